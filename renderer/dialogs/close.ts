import { editor } from '../store/editor';

/** Closes the dialog that is open, where nobody waits for its answer. */
export const closeDialog = () => editor.setState({ dialog: null });
