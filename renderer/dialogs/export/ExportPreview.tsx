import { type CSSProperties, useId } from 'react';
import type { Box } from '../../../shared/figures/primitives';
import { formatNumber } from '../../../shared/metrics/format';
import type { ExportRequest } from '../../../shared/scene/export-request';
import { enclose } from '../../../shared/scene/layout';
import type { ExportPages } from '../../../shared/scene/page-export';
import { type Page, POINTS_PER_UNIT } from '../../../shared/scene/pages';
import { canDraw, largestScale, pictureSize } from '../../../shared/scene/picture-size';
import { useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { FigureShapes, type Pictures } from '../../ui/Figure';

const MM_PER_POINT = 25.4 / 72;

interface ExportPreviewProps {
  laidOut: ExportPages;
  request: ExportRequest;
  pictures: Pictures;
  /** The options have changed since. */
  stale: boolean;
  onScale: (scale: number) => void;
}

/** The pages as they will be, painted from the same list as the file. */
export function ExportPreview({
  laidOut: { pages, background },
  request,
  pictures,
  stale,
  onScale,
}: ExportPreviewProps) {
  const t = useTexts();
  const language = useLanguage();
  const [first] = pages;
  if (!first) return null;
  const number = (value: number) => formatNumber(value, 0, language);
  const size = request.format === 'png' ? pictureSize(first, request.scale) : null;
  const most = size && !canDraw(size) ? largestScale(first) : null;

  const sizeText = () => {
    if (size) return t('dialogs.export.pixels', { width: number(size.width), height: number(size.height) });
    if (request.format === 'svg')
      return t('dialogs.export.pixels', {
        width: number(first.width / POINTS_PER_UNIT),
        height: number(first.height / POINTS_PER_UNIT),
      });
    return t('dialogs.export.millimetres', {
      width: number(first.width * MM_PER_POINT),
      height: number(first.height * MM_PER_POINT),
    });
  };
  const isPoster = request.tilesAcross !== null;

  return (
    <>
      <figure className="export-preview" aria-label={t('dialogs.export.preview')} data-stale={stale}>
        {isPoster ? (
          <Poster pages={pages} background={background} pictures={pictures} />
        ) : (
          <Sheet page={first} background={background} checkered={request.format !== 'pdf'} pictures={pictures} />
        )}
      </figure>
      <div className="export-facts">
        <span>{t('dialogs.export.pages', { count: pages.length })}</span>
        <span>{isPoster ? t('dialogs.export.each', { size: sizeText() }) : sizeText()}</span>
      </div>
      {most !== null && (
        <div className="dialog-note warning export-too-large" role="alert">
          <span>
            {most >= 0.1
              ? t('dialogs.export.tooLarge', { scale: formatNumber(most, Number.isInteger(most) ? 0 : 1, language) })
              : t('dialogs.export.tooLargeAnyhow')}
          </span>
          {most >= 0.1 && (
            <Button small onClick={() => onScale(Math.min(most, 4))}>
              {t('dialogs.export.useScale', { scale: formatNumber(most, Number.isInteger(most) ? 0 : 1, language) })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const ratioOf = ({ width, height }: { width: number; height: number }) =>
  ({ '--ratio': width / height }) as CSSProperties;
const placeOf = ({ origin, scale }: Page) => `translate(${origin.x} ${origin.y}) scale(${scale})`;

function Sheet({
  page,
  background,
  checkered,
  pictures,
}: {
  page: Page;
  background: string | null;
  checkered: boolean;
  pictures: Pictures;
}) {
  const clip = useId();
  const { width, height, window } = page;
  return (
    <svg
      className={background === null && checkered ? 'export-sheet checkered' : 'export-sheet'}
      style={ratioOf(page)}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {background !== null && <rect width={width} height={height} fill={background} />}
      <clipPath id={clip}>
        <rect {...window} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <g transform={placeOf(page)}>
          <FigureShapes primitives={page.primitives} pictures={pictures} />
        </g>
      </g>
      <FigureShapes primitives={page.marks} pictures={pictures} />
    </svg>
  );
}

/** What a page shows, in the units of the content. */
function windowOf({ window, origin, scale }: Page): Box {
  return {
    x: (window.x - origin.x) / scale,
    y: (window.y - origin.y) / scale,
    width: window.width / scale,
    height: window.height / scale,
  };
}

/** A poster as it hangs on the wall, with the edges of its sheets; drawn once, however many there are. */
function Poster({
  pages,
  background,
  pictures,
}: {
  pages: readonly Page[];
  background: string | null;
  pictures: Pictures;
}) {
  const clip = useId();
  const windows = pages.map(windowOf);
  const whole = enclose(windows);
  const letter = Math.min(whole.width, whole.height) / 40;
  const [first] = pages;
  if (!first) return null;
  return (
    <svg
      className="export-sheet"
      style={ratioOf(whole)}
      viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
      aria-hidden="true"
    >
      {background !== null && <rect {...whole} fill={background} />}
      <clipPath id={clip}>
        <rect {...whole} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <FigureShapes primitives={first.primitives} pictures={pictures} />
      </g>
      {windows.map((box, index) => (
        <g key={`${box.x} ${box.y}`} className="export-tile">
          {/* Where two sheets overlap, two tints lie over each other. */}
          <rect {...box} />
          <circle cx={box.x + letter * 1.3} cy={box.y + letter * 1.3} r={letter * 0.8} />
          <text x={box.x + letter * 1.3} y={box.y + letter * 1.6} fontSize={letter * 0.85} textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
