/** What an export says beside the map: title block, legend, file name. */
export const exported = {
  untitled: 'Mapa de recorrido',
  version: 'Versión {{revision}}',
  morePersonas: '+{{more}}',
  flow: 'Recorrido del cliente',
  relation: 'Punto de dolor → respuesta → idea de contenido',
  offTarget: 'lejos del objetivo',
  onTarget: 'en el objetivo',
  sourceImported: 'Fuente: {{name}}, importada el {{date}}',
};
