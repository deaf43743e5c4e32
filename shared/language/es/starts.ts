/** Nombres de las filas con que empieza un mapa nuevo. */
export const lanes = {
  actions: 'Acciones',
  touchpoints: 'Puntos de contacto',
  motivations: 'Motivaciones y preguntas',
  painPoints: 'Puntos de dolor',
  emotion: 'Emoción',
  answers: 'Respuestas e ideas de contenido',
  waiting: 'Personas y sin etapa',
  unnamed: 'Fila nueva',
};

/** Modelos de etapas con los que puede empezar un mapa. */
export const stageModels = {
  blank: { title: 'Mapa en blanco', hint: 'Dibuja tus propias etapas', stages: '' },
  'three-phases': { title: '3 fases', hint: 'Un recorrido digital', stages: 'Atracción|Compra|Fidelización' },
  'five-phases': {
    title: '5 fases',
    hint: 'El ciclo de vida del cliente',
    stages: 'Conocimiento|Consideración|Conversión|Retención|Recomendación',
  },
  'six-stages': {
    title: '6 etapas',
    hint: 'Del primer contacto a la recomendación',
    stages: 'Conocimiento|Adquisición|Incorporación|Compromiso|Retención|Defensa de la marca',
  },
  'thirteen-steps': {
    title: '13 pasos',
    hint: 'De antes de la compra hasta mucho después',
    stages:
      'Surge la necesidad|Busca información|Visita nuestro sitio|Estudia características y ventajas|Compara marcas y precios|Compra|Desempaca e instala|Primer uso|Uso continuado|Resuelve problemas|Necesita una mejora|Estudia las mejoras|Se queda o se va',
  },
};
