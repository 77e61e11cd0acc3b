using XacThuc.Certificates.PersonalQr;
using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>What the text of a scanned code is: one of four papers, one of them garbled on the way, or none of them.</summary>
public abstract record ScannedCode
{
    /// <summary>The longest text a QR code holds (ISO/IEC 18004, version 40-L, alphanumeric).</summary>
    public const int Longest = 4296;

    private ScannedCode()
    {
    }

    /// <summary>
    /// Reads the text of a code as a camera gives it or a scanner types it. Any text has a result; nothing of a paper is
    /// kept when a part of it cannot be read. Safe to call from several threads.
    /// </summary>
    public static ScannedCode Read(ReadOnlySpan<char> text)
    {
        var written = text.Trim().Trim('\uFEFF').Trim();
        if (written.Length > Longest || KeyTraces.HasControls(written)) return Of(Seeming.Unusable);
        if (Seem(written) is { } seeming) return Of(seeming);

        var whole = written.ToString();
        var fields = whole.Split('|', StringSplitOptions.TrimEntries);
        return PersonalQrReader.Find(fields) ?? CardReader.Find(fields) ?? InsuranceReader.Find(fields)
            ?? KeyTraces.FindAround(whole, fields) ?? NoticeReader.Find(whole) ?? Of(Seeming.Other);
    }

    /// <summary>Goes on with whichever it is.</summary>
    /// <param name="card">A citizen card.</param>
    /// <param name="notice">Probably the notice of a personal id number: a person must look at it and confirm.</param>
    /// <param name="insurance">A health insurance card.</param>
    /// <param name="personalQr">The personal QR code.</param>
    /// <param name="garbled">One of them, spoilt by the keyboard or the scanner; with what to do.</param>
    /// <param name="other">None of them; with what to do.</param>
    public abstract TOut Match<TOut>(
        Func<ScannedCard, TOut> card,
        Func<ScannedNotice, TOut> notice,
        Func<ScannedInsurance, TOut> insurance,
        Func<ScannedPersonalQr, TOut> personalQr,
        Func<Garbling, Bilingual, TOut> garbled,
        Func<Seeming, Bilingual, TOut> other);

    /// <summary>The kind alone.</summary>
    public sealed override string ToString() => Match(
        card: _ => nameof(ScannedCard),
        notice: _ => nameof(ScannedNotice),
        insurance: _ => nameof(ScannedInsurance),
        personalQr: _ => nameof(ScannedPersonalQr),
        garbled: (garbling, _) => garbling.ToString(),
        other: (seeming, _) => seeming.ToString());

    internal static ScannedCode Of(ScannedCard card) => new CardCase(card);

    internal static ScannedCode Of(ScannedNotice notice) => new NoticeCase(notice);

    internal static ScannedCode Of(ScannedInsurance insurance) => new InsuranceCase(insurance);

    internal static ScannedCode Of(ScannedPersonalQr personalQr) => new PersonalQrCase(personalQr);

    internal static ScannedCode Of(Garbling garbling) => new GarbledCase(garbling);

    internal static ScannedCode Of(Seeming seeming) => new OtherCase(seeming);

    private static Seeming? Seem(ReadOnlySpan<char> written)
    {
        if (written.IsEmpty) return Seeming.Empty;
        if (written.StartsWith("HC1:", StringComparison.OrdinalIgnoreCase)) return Seeming.Certificate;
        foreach (var start in (ReadOnlySpan<string>)["http://", "https://", "www."])
            if (written.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return Seeming.WebAddress;
        return written.ContainsAnyExceptInRange('0', '9') ? null : Seeming.Number;
    }

    private sealed record CardCase(ScannedCard Card) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => card(Card);
    }

    private sealed record NoticeCase(ScannedNotice Notice) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => notice(Notice);
    }

    private sealed record InsuranceCase(ScannedInsurance Insurance) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => insurance(Insurance);
    }

    private sealed record PersonalQrCase(ScannedPersonalQr PersonalQr) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => personalQr(PersonalQr);
    }

    private sealed record GarbledCase(Garbling Garbling) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => garbled(Garbling, Garbling.Sentence());
    }

    private sealed record OtherCase(Seeming Seeming) : ScannedCode
    {
        public override TOut Match<TOut>(
            Func<ScannedCard, TOut> card, Func<ScannedNotice, TOut> notice, Func<ScannedInsurance, TOut> insurance,
            Func<ScannedPersonalQr, TOut> personalQr, Func<Garbling, Bilingual, TOut> garbled,
            Func<Seeming, Bilingual, TOut> other) => other(Seeming, Seeming.Sentence());
    }
}
