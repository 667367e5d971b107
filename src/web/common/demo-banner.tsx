import './demo-banner.css';

/**
 * Says that what is shown was recorded; nothing where `recording` is undefined. The region is there before its text, so that
 * screen readers announce it.
 */
export function DemoBanner({ recording }: { readonly recording: string | undefined }) {
  return (
    <div role="status" className="demo-banner">
      {recording !== undefined && (
        <>
          <strong>Demo:</strong> replaying {recording}
        </>
      )}
    </div>
  );
}
