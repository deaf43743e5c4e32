/** Lo que queda por hacer en un mapa: qué falta y cómo resolverlo. */
export const hints = {
  'empty-map': {
    message: 'El mapa aún está vacío',
    advice: 'Arrastra una tarjeta desde la paleta o pulsa su tecla.',
  },
  'pain-point-unanswered': {
    message: '«{{title}}» aún no tiene respuesta',
    advice: 'Conéctalo con la respuesta que da tu producto o servicio.',
  },
  'branches-over-one': {
    message: 'Las ramas de «{{title}}» suman un {{percent}} %',
    advice: 'Baja las probabilidades hasta que sumen un 100 % o menos.',
  },
  'decision-without-branches': {
    message: 'La decisión «{{title}}» tiene menos de dos ramas',
    advice: 'Traza desde ella una línea por cada camino que siguen los clientes.',
  },
  'branch-without-probability': {
    message: 'Una rama de «{{title}}» no tiene probabilidad y otras sí',
    advice: 'Selecciona la línea e indica qué parte de los clientes va por ahí.',
  },
  'content-overdue': {
    message: '«{{title}}» vencía el {{due}}',
    advice: 'Publícala o ponle otra fecha.',
  },
  'no-persona': {
    message: 'El mapa no tiene ninguna persona',
    advice: 'Añade al cliente cuyo recorrido es este.',
  },
  'card-without-title': {
    message: 'Hay una tarjeta sin título ({{kind}})',
    advice: 'Escribe qué representa.',
  },
  'card-without-stage': {
    message: '«{{title}}» no pertenece a ninguna etapa',
    advice: 'Arrástrala a una etapa.',
  },
  'touchpoint-without-channel': {
    message: '«{{title}}» no indica el canal',
    advice: 'Di dónde te encuentran aquí los clientes.',
  },
  'touchpoint-without-feeling': {
    message: 'Nada dice cómo se sienten los clientes en «{{title}}»',
    advice: 'Elige una emoción para que la curva pase por ahí.',
  },
  'stage-without-cards': {
    message: 'En la etapa «{{title}}» aún no pasa nada',
    advice: 'Añade lo que hacen aquí los clientes o quita la etapa.',
  },
  'answer-without-content': {
    message: '«{{title}}» no tiene ninguna idea de contenido',
    advice: 'Conéctala con un contenido que la dé a conocer.',
  },
};
