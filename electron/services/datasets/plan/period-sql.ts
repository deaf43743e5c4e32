/** A time of day behind a date, as `readPeriod` of shared/metrics passes over it. */
const TIME =
  '[ Tt,]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?[AaPp][.]? ?[Mm][.]?)?( ?(Z|z|UTC|utc|[-+][0-9]{2}:?[0-9]{2}))?$';

/** A text in SQL with its time of day, if it has one, made the same for all: it then reads as the same period. */
export const withoutTime = (cell: string): string => `regexp_replace(${cell}, '${TIME}', ' 0:00')`;
