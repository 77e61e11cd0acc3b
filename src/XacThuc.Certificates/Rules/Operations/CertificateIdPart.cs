namespace XacThuc.Certificates.Rules.Operations;

/// <summary>
/// <c>extractFromUVCI</c>: the part of a unique certificate identifier at a place, between <c>/</c>, <c>#</c> and <c>:</c>,
/// the prefix <c>URN:UVCI:</c> not counted; null where there is none.
/// </summary>
internal sealed class CertificateIdPart(Operation identifier, double place) : Operation
{
    private const string Prefix = "URN:UVCI:";
    private static readonly LogicFault NoText = new(LogicFaultKind.WrongKind, "extractFromUVCI");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var result = identifier.Evaluate(data);
        if (result.Fault is not null || result.Value.Kind is LogicKind.Null) return result;
        return result.Value.Kind is LogicKind.Text ? PartOf(result.Value.AsText) : NoText;
    }

    private LogicValue PartOf(string text)
    {
        var parts = text[(text.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix.Length : 0)..].Split('/', '#', ':');
        return place >= 0 && place < parts.Length ? parts[(int)place] : LogicValue.Null;
    }
}
