import { Inspector } from '../../panels/inspector/Inspector';
import { useEditor } from '../../store/editor';
import { Prompts } from './Prompts';

/** Beside the ideas: the card that is selected, or questions about it. */
export function IdeasSide() {
  const prompts = useEditor((state) => state.ideas.prompts);
  return prompts ? <Prompts /> : <Inspector />;
}
