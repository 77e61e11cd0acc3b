using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>What became of a form: problems to put right, or the way to the page that asks for the code or shows the receipt.</summary>
internal sealed record ReportTaken(IReadOnlyList<FormProblem> Problems, Guid Ticket);

/// <summary>
/// Takes a report: form, photos, code and message are one transaction. Who is signed in has shown already that the phone is
/// theirs; everybody else gets a code to it.
/// </summary>
internal sealed class SendReport(
    PlatformDb db, PhoneCodes codes, AskToRegister register, AddressMeters meters, RecordReport record, KeepPhoto photosOf, TimeProvider time)
{
    /// <summary>Takes a form.</summary>
    public async Task<Result<ReportTaken>> Run(ReportForm sent, IReadOnlyList<ReadPhoto> photos, Citizen? citizen, IPAddress? from, CancellationToken stop)
    {
        var (form, now) = (sent.Tidy(), time.GetUtcNow());
        if (await Find(form.Key, stop) is { } before) return new ReportTaken([], before);
        if (!codes.CanSend && citizen is null) return RegisterRefusals.NoMessages;

        var needsPhone = citizen?.Person is null && citizen?.Phone is null or "";
        var read = CheckReport.Read(form, Shown.Day(now));
        var communes = (await register.Communes(stop)).Select(commune => commune.Code).ToHashSet(StringComparer.Ordinal);
        var problems = CheckReport.Of(form, read, communes, photos.Count, needsPhone);
        if (problems.Count > 0) return new ReportTaken(problems, default);
        if (!meters.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;

        var phone = PhoneNumber.TryParse(form.Phone, out var written) ? written.InFull() : citizen?.Phone ?? "";
        var isKnown = citizen is not null && (citizen.Phone.Length > 0 ? citizen.Phone.Equals(phone, StringComparison.Ordinal) : phone.Length == 0);
        var one = New(form, read, phone, now);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        try
        {
            db.Add(one);
            await db.Save(new Act(PortalRegistration.Citizen, now, "feedback.send", $"feedback:{one.Ref}"), stop);
            AddParts(one, form, photos);
            if (isKnown)
            {
                if (!await record.Run(one, citizen, now, stop)) return FeedbackRefusals.Changed;
            }
            else
            {
                await db.SaveChangesAsync(stop);
                if (!PhoneNumber.TryParse(phone, out var to)) return new ReportTaken(CheckReport.Of(form, read, communes, photos.Count, needsPhone: true), default);
                if (await codes.Send($"feedback:{one.Ref}", to, FeedbackWords.Code, now, stop) is { } refusal) return refusal;
            }

            await all.CommitAsync(stop);
            return new ReportTaken([], one.Ticket);
        }
        catch (DbUpdateException twice) when (HouseDb.IsTwice(twice))
        {
            // The same form was sent at the same moment: a finger that pressed twice.
            await all.RollbackAsync(stop);
            db.ChangeTracker.Clear();
            return await Find(form.Key, stop) is { } first ? new ReportTaken([], first) : FeedbackRefusals.Changed;
        }
    }

    /// <summary>Sends another code; those before are over.</summary>
    public async Task<Result<Guid>> Again(Guid ticket, IPAddress? from, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindUnconfirmed(ticket, now, stop) is not { } one || !PhoneNumber.TryParse(one.Phone, out var phone)) return FeedbackRefusals.Gone;
        if (!meters.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await codes.Send($"feedback:{one.Ref}", phone, FeedbackWords.Code, now, stop) is { } refusal) return refusal;
        await all.CommitAsync(stop);
        return ticket;
    }

    private async Task<Guid?> Find(Guid key, CancellationToken stop) =>
        await db.Set<FeedbackCase>().Where(one => one.EntryKey == key).Select(one => (Guid?)one.Ticket).FirstOrDefaultAsync(stop);

    private static FeedbackCase New(ReportForm form, in ReadFields read, string phone, DateTimeOffset now) => new()
    {
        Ref = RecordRef.New(now),
        EntryKey = form.Key == default ? Guid.NewGuid() : form.Key,
        Ticket = Guid.NewGuid(),
        FollowCode = OneTimeCodes.NewFollowCode(),
        Kind = form.Kind,
        FullName = form.Name!,
        Sex = form.Sex!,
        DateOfBirth = form.Date!,
        IdNumber = form.IdNumber!,
        Phone = phone,
        CommuneCode = form.Written.CommuneCode,
        Hamlet = form.Hamlet!,
        Words = form.Words!,
        Facility = form.Facility!,
        FacilityId = form.Unit,
        NameSearch = read.NameText.Search,
        PersonKey = PersonKeys.Of(read, phone),
        At = now,
    };

    private void AddParts(FeedbackCase one, ReportForm form, IReadOnlyList<ReadPhoto> photos)
    {
        db.AddRange(form.Doses.Select((dose, i) => new ReportedDose
        {
            CaseId = one.Id,
            Nth = i + 1,
            Number = dose.Number ?? "",
            Vaccine = dose.Vaccine ?? "",
            Lot = dose.Lot ?? "",
            GivenOn = dose.GivenOn ?? "",
            Facility = dose.Facility ?? "",
        }));
        foreach (var photo in photos.DistinctBy(photo => photo.Digest, StringComparer.Ordinal)) photosOf.Add(db, one.Id, photo);
    }
}
