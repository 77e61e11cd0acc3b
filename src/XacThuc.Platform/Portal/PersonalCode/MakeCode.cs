using XacThuc.Certificates.PersonalQr;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.PersonalCode;

/// <summary>A code to be shown now.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Until">Until when it is good.</param>
/// <param name="IsSigned">Whether the house signed it.</param>
internal sealed record ShownCode(string Text, DateTimeOffset Until, bool IsSigned)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ShownCode);
}

/// <summary>
/// Makes the code that a citizen shows: signed, and good for a minute and a half, so that a photograph of it is worth nothing. Only what the register calls right is
/// signed: health does not answer for who somebody is.
/// </summary>
internal sealed class MakeCode(PlatformDb db, MyRecords records, Qids qids, HouseKeys keys, TimeProvider time)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromSeconds(90);

    private const int ShortestNumber = 7;

    /// <summary>Whether a session may show everything: whoever has the phone is not always the person (as on the page of the record).</summary>
    public static bool MayShowAll(Citizen citizen, SeenRecord seen) => citizen.Way == CitizenWay.VNeId2 && seen.As == SeenAs.Own;

    /// <summary>Makes it.</summary>
    public async Task<Result<ShownCode>> Run(Citizen citizen, SeenRecord seen, bool inFull, CancellationToken stop)
    {
        if (!seen.MayAct) return MyRefusals.NotThere;
        if (inFull && !MayShowAll(citizen, seen)) return CodeRefusals.NeedsVNeId;
        var record = seen.Record;
        if (record.Digits.Length < ShortestNumber || record.BornOn == 0) return CodeRefusals.Incomplete;
        var qid = await qids.Of(record, seen.Actor, stop);
        var declarer = seen.As == SeenAs.Own ? "" : await DeclarerOf(citizen, seen, stop);
        var read = ReadFields.Of(record.Written, new FieldReading(Shown.Day(time.GetUtcNow())));
        var code = new ScannedPersonalQr(
            record.Digits, Id: null, Plain(record.FullName), PartialDate.FromPacked((uint)record.BornOn), seen.As == SeenAs.Own ? QrDeclarer.Oneself : QrDeclarer.Another, qid, read.SexRead, "",
            inFull ? record.Phone : "");
        var (now, key) = (time.GetUtcNow(), keys.Active(KeyUse.PersonalCodes));
        var (written, isRight) = (PersonalQrWriter.Write(code, inFull, declarer), record is { IsUpToDate: true, Status: RecordStatus.Matched });
        var text = isRight ? PersonalQrSignature.Sign(written, now + Lives, key.Id, bytes => key.Sign(bytes)) : written;
        await db.Save(new Act(seen.Actor, now, inFull ? "record.code_full" : "record.code_show", seen.Subject), stop);
        return new ShownCode(text, now + Lives, isRight);
    }

    // A guardian declares for a child, under the guardian's own number.
    private async Task<string> DeclarerOf(Citizen citizen, SeenRecord seen, CancellationToken stop) =>
        (await records.Of(citizen, stop)).FirstOrDefault(one => one.As == SeenAs.Own) is { } own ? await qids.Of(own.Record, seen.Actor, stop) : "";

    // These two signs separate the parts of a code.
    private static string Plain(string name) => name.Replace('|', ' ').Replace('<', ' ').Trim();
}
