/** Names of kinds, of their fields and of the values of choices. */
export const kinds = {
  persona: {
    one: 'Persona',
    many: 'Personas',
    fields: {
      role: 'Rol',
      segment: 'Segmento',
      demographics: 'Datos demográficos',
      dayInTheLife: 'Un día en su vida',
      goals: 'Objetivos',
      difficulties: 'Dificultades',
      quote: 'En sus palabras',
      preferredChannels: 'Canales preferidos',
      toneOfVoice: 'Cómo le gusta que le hablen',
    },
  },
  stage: {
    one: 'Etapa',
    many: 'Etapas',
    fields: {
      customerGoal: 'Objetivo del cliente',
      crucialData: '¿Qué datos del cliente son cruciales aquí?',
      controlledData: '¿Cuáles tenemos ya bajo control?',
      helpfulData: '¿Qué otros ayudarían?',
      successSigns: '¿Cuáles son las señales de éxito?',
      warningSigns: '¿Qué señales son de alarma?',
      departmentGoals: '¿Cuáles son nuestros objetivos generales y específicos?',
      colour: 'Color',
    },
  },
  touchpoint: {
    one: 'Punto de contacto',
    many: 'Puntos de contacto',
    fields: {
      channel: 'Canal',
      phase: 'Fase',
      initiative: 'Lo inicia',
      interaction: 'Interacción',
      momentOfTruth: 'Momento de la verdad',
      feeling: 'Emoción',
      department: 'Departamento',
    },
  },
  action: {
    one: 'Acción',
    many: 'Acciones',
    fields: {
      actor: 'La hace',
      dropReason: 'Por qué algunos no avanzan',
      recovery: 'Qué los trae de vuelta',
    },
  },
  motivation: {
    one: 'Motivación',
    many: 'Motivaciones',
    fields: {
      problem: 'Problema que quiere resolver',
    },
  },
  question: {
    one: 'Pregunta',
    many: 'Preguntas',
    fields: {
      reply: 'Qué necesita oír',
      answered: 'Respondida',
    },
  },
  'pain-point': {
    one: 'Punto de dolor',
    many: 'Puntos de dolor',
    fields: {
      severity: 'Gravedad',
      blocksPurchase: 'Impide la compra',
      warningSign: 'Señal de alarma',
      department: 'Departamento',
    },
  },
  answer: {
    one: 'Respuesta',
    many: 'Respuestas',
    fields: {
      resolution: 'Cómo lo resolvemos',
      department: 'Departamento',
    },
  },
  'content-idea': {
    one: 'Idea de contenido',
    many: 'Ideas de contenido',
    fields: {
      format: 'Formato',
      channel: 'Canal',
      status: 'Estado',
      due: 'Fecha límite',
    },
  },
  decision: {
    one: 'Decisión',
    many: 'Decisiones',
    fields: {
      criteria: 'Qué sopesa',
      momentOfTruth: 'Momento de la verdad',
    },
  },
  outcome: {
    one: 'Resultado',
    many: 'Resultados',
    fields: {
      result: 'Desenlace',
      value: 'Valor por cliente',
      currency: 'Moneda',
      units: 'Unidades por cliente',
      unitName: 'Unidad (cajas, horas…)',
    },
  },
  milestone: {
    one: 'Hito',
    many: 'Hitos',
    fields: {
      evidence: 'Cómo lo sabemos',
      funnelStep: 'Paso del embudo',
    },
  },
  detour: {
    one: 'Desvío',
    many: 'Desvíos',
    fields: {
      destination: 'Adónde se desvía',
      reason: 'Por qué',
      rescueResource: 'Recurso de rescate',
    },
  },
  note: {
    one: 'Nota',
    many: 'Notas',
    fields: {
      colour: 'Color',
    },
  },
};

/** Fields that every element has. */
export const fields = {
  title: 'Título',
  text: 'Descripción',
  tags: 'Etiquetas',
  links: 'Enlaces',
  personas: 'Personas',
  owner: 'Responsable',
  stage: 'Etapa',
  lane: 'Fila',
  picture: 'Imagen',
  kind: 'Tipo',
};

/** Values of choices, by field. */
export const options = {
  phase: {
    before: 'Antes de la compra',
    during: 'Durante la compra',
    after: 'Después de la compra',
    service: 'Atención al cliente',
  },
  initiative: {
    proactive: 'La marca (proactivo)',
    reactive: 'El cliente (reactivo)',
  },
  interaction: {
    positive: 'Positiva',
    negative: 'Negativa',
    decision: 'Decisión',
  },
  actor: {
    customer: 'El cliente',
    brand: 'La marca',
  },
  status: {
    idea: 'Idea',
    draft: 'Borrador',
    planned: 'Planificado',
    published: 'Publicado',
  },
  result: {
    won: 'Ganado',
    lost: 'Perdido',
    neutral: 'Neutro',
  },
  feeling: {
    veryBad: 'Muy mala',
    bad: 'Mala',
    neutral: 'Neutra',
    good: 'Buena',
    veryGood: 'Muy buena',
  },
  perspective: {
    'as-is': 'Actual',
    'to-be': 'Futuro',
  },
};

/** The second line of a card. */
export const summary = {
  proactive: 'proactivo',
  reactive: 'reactivo',
  momentOfTruth: 'momento de la verdad',
  severity: 'gravedad {{severity}}',
  blocksPurchase: 'impide la compra',
  warningSign: 'señal de alarma',
  answered: 'respondida',
  brandAction: 'de la marca',
  answers_one: 'responde a {{count}} punto de dolor',
  answers_many: 'responde a {{count}} puntos de dolor',
  answers_other: 'responde a {{count}} puntos de dolor',
  due: 'para el {{date}}',
  noStage: 'sin etapa',
};

/** Usual words offered while typing; what is typed is stored as typed. */
export const suggestions = {
  channels:
    'Sitio web, Tienda en línea, Aplicación móvil, Correo electrónico, Buscador, Anuncios en buscadores, Redes sociales, Publicidad en línea, Marketplace, Catálogo de productos, Punto de venta, Representante, Teléfono, Centro de llamadas, Chat, Chatbot, Mensajería, Correo postal, Evento, Pódcast, Sitio de reseñas, Directorio, Recomendación, Portal de pago, Facturación, Autoservicio, Centro de ayuda, Prensa impresa, Valla publicitaria, Radio y TV',
  formats:
    'Blog, Correo, Guía, Pódcast, Webinar, Publicación en redes, Boletín, Libro electrónico, Informe, Vídeo, Herramienta',
  departments:
    'Marketing, Ventas, Comercio electrónico, Producto, Atención al cliente, Éxito del cliente, Operaciones, Logística, Finanzas, Informática, Dirección',
};
