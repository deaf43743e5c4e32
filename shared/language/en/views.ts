/** What fills the middle of the window. */
export const views = {
  name: 'View',
  map: 'Map',
  decisions: 'Decisions',
  metrics: 'Metrics',
  ideas: 'Ideas',
  compare: 'Compare',
  loading: 'Just a moment…',
  failed: 'This view could not be shown. Your map is safe: go back to it, save it, and reload the window.',
  toMap: 'Back to the map',
};
