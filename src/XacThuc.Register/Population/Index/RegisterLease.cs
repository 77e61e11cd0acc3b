using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Overlaid;

namespace XacThuc.Register.Population.Index;

/// <summary>
/// The searchable register for one thread and a short while: give it back by disposing. What it looks at stays mapped until
/// then, also when a newer form has been swapped in.
/// </summary>
public sealed class RegisterLease : IDisposable
{
    private readonly PackedRegister _packed;
    private HeldOverlay? _overlay;

    internal RegisterLease(PackedRegister packed, DateOnly today)
    {
        _packed = packed;
        Today = today;
        Authenticator = new OverlaidAuthenticator(packed.Index, today);
    }

    /// <summary>Compares records with the register as it is now.</summary>
    public OverlaidAuthenticator Authenticator { get; }

    internal DateOnly Today { get; }

    /// <summary>The register as it was packed.</summary>
    internal PopulationIndex PackedIndex => _packed.Index;

    /// <summary>What changed since; none where nothing did.</summary>
    internal PopulationOverlay? Overlay => _overlay?.Overlay;

    /// <inheritdoc/>
    public void Dispose() => _packed.TakeBack(this);

    /// <summary>Looks at an overlay that is held for it already; the one before is let go.</summary>
    internal void Use(HeldOverlay? overlay)
    {
        if (ReferenceEquals(overlay, _overlay))
        {
            overlay?.Release();
            return;
        }

        Authenticator.Use(overlay?.Overlay);
        _overlay?.Release();
        _overlay = overlay;
    }

    internal void End()
    {
        Authenticator.Dispose();
        _overlay?.Release();
        _overlay = null;
    }
}
