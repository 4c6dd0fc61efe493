/** Drawn on a 16 px grid, in the ink of the text beside them. */
const drawings = {
  check: <path d="M3 8.4l3.2 3.2L13 4.8" />,
  chevronRight: <path d="M6 3.5L10.5 8 6 12.5" />,
  chevronDown: <path d="M3.5 6L8 10.5 12.5 6" />,
  globe: (
    <g strokeWidth="1.3">
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c-4 4-4 8 0 12 4-4 4-8 0-12z" />
    </g>
  ),
  arrowRight: <path d="M2.5 8h10.5M9.4 4.4L13 8l-3.6 3.6" strokeWidth="1.5" />,
  arrowUp: <path d="M8 13V3.5M4 7.2L8 3.2l4 4" strokeWidth="1.6" />,
  arrowDown: <path d="M8 3v9.5M4 8.8l4 4 4-4" strokeWidth="1.6" />,
  sort: <path d="M4.8 6.4L8 3.2l3.2 3.2M4.8 9.6L8 12.8l3.2-3.2" strokeWidth="1.4" />,
  undo: <path d="M5.6 3L2.8 5.8l2.8 2.8M3 5.8h6.3a3.6 3.6 0 0 1 0 7.2H5.5" strokeWidth="1.5" />,
  redo: <path d="M10.4 3l2.8 2.8-2.8 2.8M13 5.8H6.7a3.6 3.6 0 0 0 0 7.2h3.8" strokeWidth="1.5" />,
  download: <path d="M8 2.5v7.5M4.8 7.2L8 10.4l3.2-3.2M3 13.5h10" strokeWidth="1.5" />,
  saving: <path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3" strokeWidth="1.5" />,
  offline: (
    <path
      d="M4.8 12.5h6.4a2.8 2.8 0 0 0 .5-5.5A4 4 0 0 0 4.2 6.6 3 3 0 0 0 4.8 12.5zM2.5 2.5l11 11"
      strokeWidth="1.4"
    />
  ),
  warning: <path d="M8 2.2L14.4 13.4H1.6zM8 6.5v3.2M8 11.6v.2" strokeWidth="1.5" />,
  lock: <path d="M3.5 7.2h9v6.3h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" strokeWidth="1.5" />,
  file: <path d="M4 2h5.2L12.5 5.3V14H4zM9 2.2v3.3h3.3" strokeWidth="1.3" />,
  pencil: <path d="M3 13l.7-3.2 6.9-6.9a1.6 1.6 0 0 1 2.3 2.3L6.1 12.2zM9.4 4.1l2.4 2.4" strokeWidth="1.3" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" strokeWidth="1.5" />,
  comment: <path d="M2.5 3h11v8H8l-3 2.6V11H2.5z" strokeWidth="1.4" />,
  close: <path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" strokeWidth="1.6" />,
};

export type IconName = keyof typeof drawings;

/** Decoration beside words that say the same; hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
