/** What an export says beside the map: title block, legend, file name. */
export const exported = {
  untitled: 'Journey map',
  version: 'Version {{revision}}',
  morePersonas: '+{{more}}',
  flow: 'The customer’s way',
  relation: 'Pain point → answer → content idea',
  offTarget: 'off target',
  onTarget: 'on target',
  sourceImported: 'Source: {{name}}, imported {{date}}',
};
