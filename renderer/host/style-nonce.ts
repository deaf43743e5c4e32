/**
 * Tells the nonce of this page to the library that keeps what lies behind a dialog from scrolling: without it the
 * content security policy refuses the style element that it adds. The name is where that library looks. Imported before
 * all else.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
Object.assign(globalThis, { __webpack_nonce__: meta?.nonce });
