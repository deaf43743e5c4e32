import { line, lines, paragraph } from '../fields';

export const personaFields = {
  role: line(),
  segment: line(),
  demographics: paragraph(),
  dayInTheLife: paragraph(),
  goals: lines(),
  difficulties: lines(),
  quote: paragraph(),
  preferredChannels: lines(),
  toneOfVoice: paragraph(),
} as const;
