import { useEffect, useMemo, useState } from 'react';
import type { JourneyMap } from '../../../shared/document/schema';
import type { ExportRequest } from '../../../shared/scene/export-request';
import { type ExportPages, exportPages } from '../../../shared/scene/page-export';
import { measureText } from '../../store/measure';

const NOTHING: ExportPages = { pages: [], background: null };

/** The pages that a request asks for; those of the decisions come a moment later, because ELK lays them out beside. */
export function usePages(map: JourneyMap, request: ExportRequest): ExportPages {
  const isMap = request.view !== 'decisions';
  const pages = useMemo(() => (isMap ? exportPages(map, request, measureText()) : NOTHING), [isMap, map, request]);
  const [decisions, setDecisions] = useState(NOTHING);
  useEffect(() => {
    if (isMap) return;
    let current = true;
    const make = async () => {
      const [{ decisionPages }, { arrangeBeside }, { breathe }] = await Promise.all([
        import('../../../shared/scene/decisions/decision-export'),
        import('../../views/decisions/arrange'),
        import('../../views/decisions/breathe'),
      ]);
      const made = await decisionPages(map, request, measureText(), {
        arrange: arrangeBeside,
        breath: { ...breathe, goesOn: () => current },
      });
      if (current) setDecisions(made);
    };
    make().catch(() => current && setDecisions(NOTHING));
    return () => {
      current = false;
    };
  }, [isMap, map, request]);
  return isMap ? pages : decisions;
}
