using XacThuc.Matching.Indexing.Overlaid;

namespace XacThuc.Register.Population.Index;

/// <summary>An overlay that is freed when nobody looks at it any more.</summary>
internal sealed class HeldOverlay(PopulationOverlay overlay) : HeldCount
{
    public PopulationOverlay Overlay { get; } = overlay;

    protected override void Free() => Overlay.Dispose();
}
