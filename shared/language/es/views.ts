/** Lo que llena el centro de la ventana. */
export const views = {
  name: 'Vista',
  map: 'Mapa',
  decisions: 'Decisiones',
  metrics: 'Métricas',
  ideas: 'Ideas',
  compare: 'Comparar',
  loading: 'Un momento…',
  failed: 'No se pudo mostrar esta vista. Tu mapa está a salvo: vuelve a él, guárdalo y recarga la ventana.',
  toMap: 'Volver al mapa',
};
