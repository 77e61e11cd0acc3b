using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Register.Authentication;

/// <summary>The contract's words for what a comparison came to.</summary>
internal static class ContractVerdict
{
    /// <summary>What the health side may know: right or wrong per field, and reasons that speak of the record alone.</summary>
    public static RowVerdict ForHealth(WrittenRow row, in Comparison compared) => new(
        row.Ref, row.Version, ContractWords.Of(compared.Status), ContractWords.Of(compared.Name), ContractWords.Of(compared.Sex),
        ContractWords.Of(compared.DateOfBirth), ContractWords.Of(compared.Number), CodesOf(compared.Reasons.OfRecordAlone));

    /// <summary>
    /// A row of a bulk run that is answered no more: nothing was compared. The code is the refusal's
    /// (<c>guessing.record</c>, <c>guessing.number</c>).
    /// </summary>
    public static RowVerdict Stopped(WrittenRow row, string code)
    {
        var nothing = ContractWords.Of(FieldVerdict.NotCompared);
        return new RowVerdict(
            row.Ref, row.Version, ContractWords.Of(RecordStatus.Unauthenticated), nothing, nothing, nothing, nothing, [code]);
    }

    public static string[] CodesOf(Reasons reasons) => reasons.IsEmpty ? [] : [.. reasons.Each().Select(Reasons.Code)];
}
