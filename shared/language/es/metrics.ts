/** Números en el mapa: sus unidades y periodos, y lo que puede ocurrir al leer una tabla. */
export const metrics = {
  points: '{{value}} p. p.',
  noChange: 'sin cambios',
  target: 'objetivo {{value}}',
  untitled: 'Métrica sin nombre',
  periods: {
    none: 'Sin fecha',
    week: 'Semana del {{day}}',
    quarter: 'T{{quarter}} {{year}}',
    months: 'ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic',
  },
  periodUnits: { day: 'Día', week: 'Semana', month: 'Mes', quarter: 'Trimestre', year: 'Año' },
  units: { number: 'Número', percent: 'Porcentaje', currency: 'Dinero', duration: 'Tiempo' },
  directions: { higher: 'Cuanto más, mejor', lower: 'Cuanto menos, mejor', none: 'Ni lo uno ni lo otro' },
  aggregations: { mean: 'Media', sum: 'Suma', last: 'Último valor' },
  percentScales: { points: '2,1 significa 2,1 %', fractions: '0,021 significa 2,1 %' },
  encodings: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' },
  delimiters: { comma: 'Coma', semicolon: 'Punto y coma', tab: 'Tabulador' },
  tableProblems: {
    'too-many-cells': 'Hay más celdas que columnas; la fila queda fuera',
    'unclosed-quote': 'Se abren unas comillas que nunca se cierran; el resto del archivo queda fuera',
    'text-after-quote': 'Hay texto después de unas comillas de cierre',
    'nul-character': 'La fila contiene caracteres NUL, que se descartan',
  },
};
