using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>How corrections are spoken of.</summary>
internal static class CorrectionTexts
{
    /// <summary>What was wrong.</summary>
    public static Bilingual Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Lot => new("Lô vắc xin", "Lot"),
        CorrectionKind.Day => new("Ngày tiêm", "Day"),
        CorrectionKind.DoseNumber => new("Thứ tự mũi", "Number of the dose"),
        CorrectionKind.NotGiven => new("Không tiêm", "Not given"),
        CorrectionKind.Person => new("Người được tiêm", "Person"),
    };

    /// <summary>How far it is.</summary>
    public static (Tone Tone, Bilingual Word) Of(CorrectionState state) => state switch
    {
        CorrectionState.Proposed => (Tone.Waiting, new("chờ người thứ hai", "waits for a second person")),
        CorrectionState.Confirmed => (Tone.Right, new("đã sửa", "done")),
        CorrectionState.Rejected => (Tone.Plain, new("không sửa", "not done")),
    };

    /// <summary>From what to what.</summary>
    public static Bilingual Change(CorrectionKind kind, string from, string to) => kind == CorrectionKind.NotGiven
        ? new("rút mũi tiêm đã ghi", "the dose is withdrawn")
        : Bilingual.Same($"{from} → {to}");
}
