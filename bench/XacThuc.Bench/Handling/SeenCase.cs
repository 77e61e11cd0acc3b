using System.Globalization;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Bench.Handling;

/// <summary>What an officer decides of a case.</summary>
internal enum Key
{
    /// <summary>The first suggestion is the person.</summary>
    First,

    /// <summary>The register is wrong.</summary>
    Register,

    /// <summary>The person is asked.</summary>
    Ask,

    /// <summary>Nobody is found.</summary>
    NotFound,
}

/// <summary>A case as it stands on the officer's screen, and nothing else: what is decided is decided by it.</summary>
/// <param name="IsOpen">Whether there is something to decide.</param>
/// <param name="At">The path of its address.</param>
/// <param name="Share">The first suggestion's probability as it is written; empty where there is nobody.</param>
/// <param name="Differs">In what it differs, in words.</param>
/// <param name="MayRelease">Whether the first suggestion's button can be pressed.</param>
/// <param name="Took">Milliseconds from the last key to this item; none where it came as a page.</param>
internal sealed record SeenCase(bool IsOpen, string At, string Share, string Differs, bool MayRelease, double? Took)
{
    public const string Script = """
        () => {
          const item = document.querySelector('[data-worklist]');
          if (!item) return { isOpen: false, at: location.pathname, share: '', differs: '', mayRelease: false, took: null };
          const rows = item.querySelectorAll('table.side-by-side tbody tr');
          const first = item.querySelector('[data-key="1"]');
          const took = window.benchShown - window.benchPressed;
          return {
            isOpen: !!item.querySelector('form[data-decide]'),
            at: location.pathname,
            share: item.querySelector('thead .soft')?.textContent ?? '',
            differs: rows[5].querySelectorAll('td')[1]?.textContent.trim() ?? '',
            mayRelease: !!first && !first.disabled,
            took: took > 0 ? took : null,
          };
        }
        """;

    // Of 100 such, 99 are the person. Below a half it is likelier somebody else or nobody.
    private const double Sure = 0.99, Likely = 0.5;

    private static readonly string RegisterKnowsLess = ReasonTexts.Of(Reason.DobMorePrecise).In(Language.Vietnamese);

    public Key Decide()
    {
        var share = Share.Length == 0 ? 0
            : double.Parse(Share.Replace("%", "", StringComparison.Ordinal).Replace(',', '.').Trim(), CultureInfo.InvariantCulture) / 100;
        if (share < Likely) return Key.NotFound;
        if (share < Sure || !MayRelease) return Key.Ask;
        return string.Equals(Differs, RegisterKnowsLess, StringComparison.Ordinal) ? Key.Register : Key.First;
    }

    public override string ToString() => $"{nameof(SeenCase)} {At}";
}
