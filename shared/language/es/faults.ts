/** Lo que falló en el equipo y qué hacer; `{{name}}` es el nombre del archivo entre comillas, o «el archivo». */
export const faults = {
  theFile: 'el archivo',
  quoted: '«{{name}}»',
  'not-found': 'Periplo no encuentra {{name}}. Puede que se haya movido, renombrado o borrado: vuelve a elegirlo.',
  'no-permission': 'No tienes permiso para {{name}}. Guarda con otro nombre o en otra carpeta.',
  'disk-full':
    'No hay espacio suficiente para guardar {{name}}. Libera espacio o guarda en otro disco. No se ha perdido nada: lo que había sigue igual.',
  'read-only': 'El disco de {{name}} es de solo lectura. Guarda en otro lugar.',
  busy: 'Otro programa está usando {{name}}. Ciérralo allí y vuelve a intentarlo.',
  exists: 'Ya existe algo llamado {{name}}. Elige otro nombre.',
  'changed-outside':
    'Alguien ha cambiado o borrado {{name}} desde que lo abriste. Guarda con otro nombre para conservar los dos.',
  'in-use': 'Otra ventana está editando {{name}}. Toma el control aquí o guarda con otro nombre.',
  'outside-granted-folder': 'Periplo no tiene acceso a {{name}}. Elige un archivo de una carpeta que le hayas abierto.',
  'too-large': 'Periplo no puede con {{name}}: es demasiado grande. El límite es de {{detail}} MB.',
  'not-a-file': 'Periplo esperaba un archivo, pero {{name}} es otra cosa. Elige otro nombre.',
  'invalid-name':
    'Ese nombre no se puede usar. Elige uno sin ninguno de estos signos: < > : " / \\ | ? * y con la terminación correcta.',
  'invalid-map': 'Periplo no puede leer {{name}} como mapa de recorrido (en: {{detail}}). Abre una copia anterior.',
  'version-damaged': 'La versión {{name}} ya no está como se guardó, así que Periplo no la usa. Elige otra versión.',
  'too-many-templates': 'Ya tienes {{detail}} plantillas propias y no caben más. Elimina una que ya no necesites.',
  'invalid-request': 'Periplo no ha entendido una petición ({{detail}}). Vuelve a iniciarlo; si se repite, avísanos.',
  'refused-link': 'El enlace no se ha abierto: solo se abren direcciones web (http, https) y de correo.',
  'picture-too-large': 'La imagen sería demasiado grande. La mayor escala posible es {{detail}}.',
  'page-too-large':
    'La página sería demasiado grande para un PDF. Elige un tamaño de papel o exporta una parte del mapa.',
  'verification-failed':
    'El disco no ha conservado lo escrito, así que {{name}} sigue como estaba. Guarda en otro disco.',
  'data-empty': 'No hay nada en {{name}}. Vuelve a exportar los números y mira el archivo antes de importarlo.',
  'data-header-only':
    '{{name}} tiene una sola fila, así que no hay números debajo de la cabecera. Expórtalo con sus filas.',
  'data-not-a-table':
    '{{name}} no es una tabla que Periplo sepa leer. Exporta los números como CSV, Excel (.xlsx), JSON o Parquet.',
  'data-old-workbook':
    '{{name}} está en el formato de Excel anterior a 2007. Ábrelo en una hoja de cálculo y guárdalo como .xlsx o CSV.',
  'data-protected': '{{name}} está protegido con contraseña. Ábrelo en su programa y guarda una copia sin ella.',
  'data-damaged': '{{name}} está dañado o incompleto (en: {{detail}}). Vuelve a exportarlo o a descargarlo.',
  'data-inflated':
    '{{name}} ocupa descomprimido mucho más que una tabla de su tamaño ({{detail}}), así que Periplo no lo abre. Guarda solo la hoja con los números en un libro nuevo.',
  'data-no-sheet': 'Ya no hay una hoja «{{detail}}» en {{name}}. Elige otra hoja.',
  'data-encoding': '{{name}} no está escrito en la codificación elegida ({{detail}}). Elige otra.',
  'data-too-many-rows':
    '{{name}} tiene más filas de las que Periplo admite. El límite es {{detail}}: exporta un periodo más corto, o sumas en lugar de filas sueltas.',
  'data-too-many-columns':
    '{{name}} tiene más columnas de las que Periplo admite. El límite es {{detail}}: exporta solo lo necesario.',
  'data-long-row':
    'La fila de la línea {{detail}} de {{name}} es demasiado larga. Puede haber unas comillas que no se cierran: corrige esa línea y vuelve a intentarlo.',
  'data-no-room':
    'Trabajar con {{name}} necesita más memoria o espacio en disco del que hay. Cierra otros programas o exporta menos filas o columnas.',
  'data-too-slow':
    'Leer {{name}} tardaba demasiado y Periplo lo ha detenido. Exporta menos filas o columnas y vuelve a intentarlo.',
  'data-stopped':
    'La lectura de {{name}} se ha interrumpido. Tu mapa sigue igual: vuelve a intentarlo o exporta los números como CSV.',
  cancelled: 'Cancelado. No se ha cambiado nada.',
  unreachable: 'Periplo ya no responde. Vuelve a iniciarlo y no cierres esta página hasta haber guardado.',
  unexpected: 'Ha fallado algo que no debería fallar. Guarda con otro nombre y vuelve a iniciar Periplo.',
};
