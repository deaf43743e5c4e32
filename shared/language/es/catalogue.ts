/** Las métricas del oficio por etapa: cómo se llaman y qué dicen. */
export const catalogue = {
  stages: {
    awareness: 'Conocimiento',
    acquisition: 'Adquisición',
    onboarding: 'Incorporación',
    engagement: 'Compromiso',
    retention: 'Retención',
    advocacy: 'Defensa de la marca',
  },
  entries: {
    'ad-reach': {
      title: 'Impresiones y clics de anuncios',
      explanation: 'Cuántas veces se mostraron tus anuncios y cuántas alguien hizo clic en uno.',
    },
    'brand-search': {
      title: 'Búsquedas de la marca',
      explanation: 'Cuántas veces se busca tu marca o sus productos por su nombre.',
    },
    'social-listening': {
      title: 'Escucha social',
      explanation: 'Qué se dice de ti en las redes sociales: cuántas veces, en qué tono y a cuántas personas llega.',
    },
    'share-of-voice': {
      title: 'Cuota de voz',
      explanation: 'Tu parte de todo lo que se dice sobre tu categoría.',
    },
    'social-interaction': {
      title: 'Interacción en redes',
      explanation: 'Los seguidores y lo que hacen con tus publicaciones: compartir, reaccionar, comentar.',
    },
    'domain-authority': {
      title: 'Autoridad de dominio',
      explanation:
        'De 1 a 100: cuánto puede destacar tu sitio en los buscadores. Es un nivel: cuenta la última lectura.',
    },
    'ad-quality': {
      title: 'Nivel de calidad de los anuncios',
      explanation: 'De 1 a 10: lo bien que encajan anuncio, búsqueda y página de destino. Pondéralo por impresiones.',
    },
    'brand-mentions': {
      title: 'Menciones de la marca',
      explanation:
        'Cuántas veces se nombra tu marca en cualquier sitio. Las subidas y caídas bruscas importan más que el nivel.',
    },
    traffic: { title: 'Tráfico del sitio y de la app', explanation: 'Visitas a tu web o a tu aplicación.' },
    'channel-traffic': {
      title: 'Tráfico por canal',
      explanation: 'Visitas según su procedencia: directas, redes sociales, buscadores, socios, noticias.',
    },
    'new-visitors': {
      title: 'Visitantes nuevos',
      explanation:
        'La parte de los visitantes que viene por primera vez; los demás vuelven. Por sí solo, ni bueno ni malo.',
    },
    'list-growth': {
      title: 'Crecimiento de la lista',
      explanation:
        'Cuánto crece tu lista de correo: las altas menos las bajas y las quejas, entre su tamaño al principio.',
    },
    'market-share': { title: 'Cuota de mercado', explanation: 'Tus ventas como parte de todas las del mercado.' },
    'open-rate': {
      title: 'Tasa de apertura de correos',
      explanation:
        'La parte de los correos entregados que se abrió. Los programas que cargan imágenes solos la inflan.',
    },
    'forward-rate': {
      title: 'Tasa de correos compartidos y reenviados',
      explanation: 'La parte de los correos entregados que alguien pasó a otros.',
    },
    'click-through-rate': {
      title: 'Tasa de clics (CTR)',
      explanation:
        'En anuncios: clics entre impresiones. En correos: personas que hicieron clic entre correos entregados.',
    },
    'bounce-rate': { title: 'Tasa de rebote', explanation: 'La parte de las visitas que vio una sola página.' },
    'conversion-rate': {
      title: 'Tasa de conversión',
      explanation: 'La parte de los visitantes que hace lo que esperas: comprar, registrarse, pedir una oferta.',
    },
    'acquisition-cost': {
      title: 'Coste de adquisición de clientes (CAC)',
      explanation:
        'Lo que cuesta un cliente nuevo: todo el gasto en marketing y ventas entre los clientes nuevos del mismo periodo.',
    },
    'referral-traffic': {
      title: 'Tráfico de referencia',
      explanation: 'Visitas que llegan por enlaces en otros sitios.',
    },
    usability: {
      title: 'Usabilidad',
      explanation: 'Lo bien que se manejan las personas: tareas logradas, tiempo que llevan y errores por el camino.',
    },
    'cart-abandonment': {
      title: 'Tasa de abandono del carrito',
      explanation: 'La parte de los carritos que no acaba en compra.',
    },
    'accounts-created': { title: 'Cuentas creadas', explanation: 'Cuántas personas abren una cuenta.' },
    'features-accessed': {
      title: 'Funciones utilizadas',
      explanation:
        'Cuántas funciones usa de media un cliente. Impórtalo con la duración de periodo que quieras mostrar.',
    },
    'content-interactions': {
      title: 'Interacciones con contenidos',
      explanation: 'Cuántas veces recurre de media un cliente a guías, vídeos y recorridos.',
    },
    'subscription-rate': {
      title: 'Tasa de suscripción',
      explanation: 'La parte de los usuarios gratuitos o de prueba que pasa a pagar.',
    },
    'profiles-completed': {
      title: 'Perfiles de usuario completos',
      explanation: 'La parte de las cuentas cuyo perfil está completo.',
    },
    'service-questions': {
      title: 'Consultas a atención al cliente',
      explanation: 'Cuántas veces tiene que pedir ayuda de media un cliente.',
    },
    'product-time': {
      title: 'Tiempo de uso del producto',
      explanation: 'Cuánto dura de media una sesión, o cuánto usa el producto un cliente.',
    },
    'open-rate-trend': {
      title: 'Evolución de la tasa de apertura',
      explanation: 'La tasa de apertura entre los clientes, vista como tendencia: ¿siguen queriendo saber de ti?',
    },
    transactions: {
      title: 'Transacciones',
      explanation: 'Cuántas veces y por cuánto compran los clientes: el patrón de sus compras.',
    },
    satisfaction: {
      title: 'Satisfacción del cliente (CSAT)',
      explanation: 'La parte de las respuestas de 4 o 5 en una escala de 1 a 5.',
    },
    'lifetime-value': {
      title: 'Valor de vida del cliente (CLV)',
      explanation: 'Lo que aporta un cliente en toda la relación: valor de una compra × compras al año × años.',
    },
    'repeat-business': {
      title: 'Renovaciones, recompras, venta cruzada y adicional',
      explanation: 'Lo que los clientes actuales compran otra vez o además, en número y en dinero.',
    },
    repurchase: {
      title: 'Probabilidad de recompra',
      explanation: 'La parte de los clientes que ha comprado al menos dos veces.',
    },
    churn: {
      title: 'Tasa de abandono y de bajas',
      explanation: 'La parte de quienes estaban al empezar el periodo y se fueron durante él.',
    },
    returns: {
      title: 'Devoluciones y cancelaciones',
      explanation: 'La parte de lo pedido que se devolvió o se anuló.',
    },
    'content-shares': {
      title: 'Contenidos compartidos',
      explanation: 'Cuántas veces los clientes pasan tus contenidos a otros.',
    },
    'promoter-score': {
      title: 'Índice neto de promotores (NPS)',
      explanation:
        'De −100 a 100: el porcentaje de respuestas 9–10 menos el de respuestas 0–6 a «¿Nos recomendarías?», de 0 a 10.',
    },
    'customer-referrals': {
      title: 'Recomendaciones de clientes',
      explanation: 'Clientes que vienen porque otro los envió, y lo que aportan.',
    },
    reviews: {
      title: 'Reseñas',
      explanation: 'Cuántas reseñas escriben los clientes y cuántas estrellas dan.',
    },
    'social-proof': {
      title: 'Prueba social',
      explanation: 'Aquello por lo que se guían los nuevos: suscriptores, testimonios, valoración media.',
    },
    'influencer-support': {
      title: 'Apoyo de influencers',
      explanation: 'Cuántas veces hablan a tu favor personas con un público propio.',
    },
  },
  measures: {
    'ad-impressions': 'Impresiones de anuncios',
    'ad-clicks': 'Clics en anuncios',
    'social-mentions': 'Menciones en redes',
    'social-tone': 'Tono de las menciones',
    'social-reach': 'Alcance en redes',
    followers: 'Seguidores',
    'social-shares': 'Publicaciones compartidas',
    likes: 'Reacciones «me gusta»',
    comments: 'Comentarios',
    'ad-click-through-rate': 'Tasa de clics de los anuncios',
    'email-click-through-rate': 'Tasa de clics de los correos',
    'task-success': 'Éxito de la tarea',
    'task-time': 'Tiempo en la tarea',
    'task-errors': 'Errores por tarea',
    'transaction-value': 'Valor de las transacciones',
    renewals: 'Renovaciones',
    'renewal-revenue': 'Ingresos por renovaciones',
    reorders: 'Recompras',
    'reorder-revenue': 'Ingresos por recompras',
    'cross-sales': 'Compras por venta cruzada',
    'cross-sale-revenue': 'Ingresos por venta cruzada',
    'up-sales': 'Compras por venta adicional',
    'up-sale-revenue': 'Ingresos por venta adicional',
    'churn-rate': 'Tasa de abandono',
    'unsubscribe-rate': 'Tasa de bajas',
    'return-rate': 'Tasa de devoluciones',
    'cancellation-rate': 'Tasa de cancelaciones',
    'referral-revenue': 'Ingresos por recomendaciones',
    'review-count': 'Número de reseñas',
    'review-stars': 'Estrellas en las reseñas',
    subscribers: 'Suscriptores',
    endorsements: 'Testimonios',
    'mean-rating': 'Valoración media',
  },
  segments: { direct: 'Directo', social: 'Redes sociales', search: 'Buscadores', partner: 'Socios', news: 'Noticias' },
  parts: {
    own_mentions: 'Menciones propias',
    category_mentions: 'Todas las menciones de la categoría',
    new_visitors: 'Visitantes nuevos',
    visitors: 'Visitantes',
    new_subscribers: 'Suscriptores nuevos',
    unsubscribed: 'Bajas',
    complaints: 'Quejas',
    list_size: 'Tamaño de la lista',
    own_sales: 'Ventas propias',
    market_sales: 'Ventas del mercado',
    opened: 'Correos abiertos',
    delivered: 'Correos entregados',
    forwarded: 'Correos compartidos o reenviados',
    clicks: 'Clics',
    impressions: 'Impresiones',
    clickers: 'Personas que hicieron clic',
    one_page_visits: 'Visitas de una sola página',
    visits: 'Visitas',
    conversions: 'Conversiones',
    marketing_spend: 'Gasto en marketing',
    new_customers: 'Clientes nuevos',
    successes: 'Éxitos',
    attempts: 'Intentos',
    errors: 'Errores',
    carts: 'Carritos',
    purchases: 'Compras',
    features_used: 'Funciones usadas',
    customers: 'Clientes',
    interactions: 'Interacciones',
    paid: 'Clientes de pago',
    trials: 'Pruebas',
    complete_profiles: 'Perfiles completos',
    accounts: 'Cuentas',
    questions: 'Consultas',
    purchase_value: 'Valor de una compra',
    purchases_per_year: 'Compras al año',
    years: 'Años como cliente',
    repeat_customers: 'Clientes con dos o más compras',
    lost_customers: 'Clientes perdidos',
    customers_at_start: 'Clientes al principio',
    subscribers_at_start: 'Suscriptores al principio',
    returned: 'Devuelto',
    ordered: 'Pedido',
    cancelled: 'Cancelado',
  },
};
