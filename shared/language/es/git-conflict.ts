/** Un archivo que git no pudo fusionar: qué es y qué hacer con él. */
export const gitConflict = {
  title: 'Git dejó dos versiones en este archivo',
  text: 'Git no pudo fusionar «{{name}}» y escribió en él los dos lados, con sus marcas entre medias. Periplo puede unirlos y solo pregunta donde chocan. El archivo queda como está hasta que guardes.',
  noBase: 'No consta de qué partieron ambos: se pregunta por cada diferencia, y lo que solo tiene un lado se queda.',
  sides: 'Los dos lados',
  ours: 'Aquí',
  theirs: 'Lo que se fusiona',
  facts_one: '«{{title}}» · versión {{revision}} · {{count}} elemento',
  facts_many: '«{{title}}» · versión {{revision}} · {{count}} elementos',
  facts_other: '«{{title}}» · versión {{revision}} · {{count}} elementos',
  unreadable: 'No se puede leer como mapa.',
  open: 'Abrir este lado',
  merge: 'Fusionar ambos lados',
  neither:
    'Ninguno de los dos lados se puede leer como mapa. Quédate con uno desde git: «git checkout --ours {{name}}» o «git checkout --theirs {{name}}».',
  mergeTitle: 'Fusionar ambos lados',
  question_one: 'Los dos lados de «{{name}}» chocan en un punto. Lo demás encaja. ¿Qué debe quedar?',
  question_many: 'Los dos lados de «{{name}}» chocan en {{count}} puntos. Lo demás encaja. ¿Qué debe quedar?',
  question_other: 'Los dos lados de «{{name}}» chocan en {{count}} puntos. Lo demás encaja. ¿Qué debe quedar?',
  all: 'Todo de {{side}}',
  merged: 'Ambos lados están fusionados. Guarda el mapa y di a git que está resuelto: git add {{name}}',
  opened: 'Esto es solo uno de los lados. Guárdalo para resolver el conflicto con él y díselo a git: git add {{name}}',
  inTheWay:
    'Git no pudo fusionar «{{name}}» y escribió en él los dos lados. Guarda tu mapa con otro nombre y abre después el archivo para fusionar sus lados.',
};
