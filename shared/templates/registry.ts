import { clinic } from './clinic';
import { equipmentMaker } from './equipment-maker';
import { insurance } from './insurance';
import { onlineShop } from './online-shop';
import { petFood } from './pet-food';
import { softwareSubscription } from './software-subscription';
import type { Template } from './template';

/** Whole maps to start from, by the name that the command line takes. */
export const TEMPLATES = {
  'online-shop': onlineShop,
  'software-subscription': softwareSubscription,
  clinic,
  insurance,
  'equipment-maker': equipmentMaker,
  'pet-food': petFood,
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof TEMPLATES;

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as TemplateId[];

export const isTemplateId = (name: string): name is TemplateId => Object.hasOwn(TEMPLATES, name);
