using System.Collections.Frozen;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Authentication;

/// <summary>A verdict as it came over the border, understood.</summary>
internal readonly record struct ReadVerdict(Outcome Outcome, long Reasons)
{
    private static readonly FrozenDictionary<string, RecordStatus> Statuses =
        Enum.GetValues<RecordStatus>().ToFrozenDictionary(ContractWords.Of, status => status, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FieldVerdict> Verdicts =
        Enum.GetValues<FieldVerdict>().ToFrozenDictionary(ContractWords.Of, verdict => verdict, StringComparer.Ordinal);

    /// <summary>Understands it; a word that is not the contract's makes it nothing.</summary>
    public static bool TryRead(RowVerdict row, out ReadVerdict read)
    {
        read = default;
        if (!Statuses.TryGetValue(row.Status, out var status) || !Verdicts.TryGetValue(row.Name, out var name) ||
            !Verdicts.TryGetValue(row.Sex, out var sex) || !Verdicts.TryGetValue(row.DateOfBirth, out var date) ||
            !Verdicts.TryGetValue(row.IdNumber, out var number)) return false;

        read = new ReadVerdict(new Outcome(status, name, sex, date, number), ToldReasons.Of(row.Reasons).Bits);
        return true;
    }
}
