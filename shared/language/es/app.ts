export const ui = {
  close: 'Cerrar',
  cancel: 'Cancelar',
};

/** Abrir y guardar. */
export const files = {
  untitled: 'Mapa sin título',
  unsaved: 'Cambios sin guardar',
  saved: 'Todos los cambios guardados',
  notSavedYet: 'Aún sin guardar',
  saving: 'Guardando…',
  version: 'Versión {{revision}}',
  saveFailed: 'El mapa no se ha guardado y sigue abierto.',
  saveElsewhere: 'Guardar en otro sitio',
  readOnly: 'Este mapa viene de un Periplo más nuevo y solo se puede mirar. Actualiza Periplo para cambiarlo.',
  tooNew:
    '«{{name}}» viene de un Periplo más nuevo: se puede mirar, pero no cambiar. Actualiza Periplo para cambiarlo.',
  tooNewToShow: '«{{name}}» viene de un Periplo más nuevo y este no puede mostrarlo. Actualiza Periplo para abrirlo.',
  notWritable: 'No se puede escribir en «{{name}}». Guarda tus cambios con otro nombre.',
  notJson: '«{{name}}» no es un archivo de mapa: {{detail}}. Elige un archivo que acabe en .journey.json.',
  notAMap: '«{{name}}» no es un mapa de recorrido. Elige un archivo que acabe en .journey.json.',
  tooLarge: '«{{name}}» es más grande de lo que admite Periplo (50 MB, 200 000 registros). Divide el mapa en dos.',
  damaged: '«{{name}}» está dañado en {{path}}. Abre una copia anterior; el archivo se ha dejado como está.',
  exported: 'Exportado a «{{name}}»',
};

/** En el lienzo. */
export const canvas = {
  name: 'Mapa de recorrido',
  addStage: 'Añadir una etapa',
  stage: 'Etapa {{number}}: {{title}}',
  stageValues: 'Números de {{title}}: {{values}}',
  card: '{{kind}}: {{title}}',
  untitled: 'sin título',
  connection: 'De {{from}} a {{to}}',
  resizeStage: 'Ancho de la etapa {{title}}',
  resizeLane: 'Alto de la fila {{title}}',
  emptyTitle: 'Empieza por una etapa',
  emptyText:
    'Arrastra tipos desde la izquierda al lienzo o pulsa su tecla: S añade una etapa; T, un punto de contacto.',
  pasted_one: '{{count}} tarjeta pegada',
  pasted_many: '{{count}} tarjetas pegadas',
  pasted_other: '{{count}} tarjetas pegadas',
  pictureCopied: 'La imagen está en el portapapeles.',
  clipboardRefused:
    'El navegador no ha permitido usar el portapapeles. Usa las teclas Ctrl+C y Ctrl+V, o permítelo en la barra de direcciones.',
  nothingToPaste: 'En el portapapeles no hay nada que encaje en un mapa.',
  notAPicture: 'Solo se pueden añadir imágenes PNG, JPEG y WebP. Convierte la imagen e inténtalo de nuevo.',
  handle: {
    top: 'Conectar desde arriba',
    right: 'Conectar desde la derecha',
    bottom: 'Conectar desde abajo',
    left: 'Conectar desde la izquierda',
  },
  hideLane: 'Ocultar la fila',
  addLaneBelow: 'Añadir una fila debajo',
  moveLaneUp: 'Subir la fila',
  moveLaneDown: 'Bajar la fila',
  deleteLane: 'Eliminar la fila',
  renameLane: 'Cambiar el nombre de la fila',
};
