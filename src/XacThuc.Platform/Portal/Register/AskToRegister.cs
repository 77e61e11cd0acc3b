using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Portal.Register;

/// <summary>A commune whose residents can register, with its name.</summary>
internal sealed record PortalCommune(string Code, string Name);

/// <summary>What became of a form: problems to put right, or the way to the page that asks for the code.</summary>
internal sealed record FormTaken(IReadOnlyList<FormProblem> Problems, Guid Ticket);

/// <summary>
/// Takes a form and sends a one-time code to its phone: form, code and message are one transaction. Whether the person is
/// known already makes no difference to the answer.
/// </summary>
internal sealed class AskToRegister(
    PlatformDb db, MessageOutbox outbox, PhoneCodes codes, AddressMeters meters, TimeProvider time)
{
    /// <summary>Communes whose station takes registrations.</summary>
    public async Task<IReadOnlyList<PortalCommune>> Communes(CancellationToken stop)
    {
        // A station keeps the commune it was set up with, also after the commune became part of another.
        var places = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune
                && db.Units.Any(unit => unit.Kind == UnitKind.HealthStation && unit.PlaceCode == place.Code))
            .Select(place => new { place.Code, place.Name, place.ValidFrom }).ToListAsync(stop);
        return [.. places.OrderByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
            .Select(place => new PortalCommune(place.Code, place.Name)).OrderBy(commune => NameText.SearchOf(commune.Name), StringComparer.Ordinal)];
    }

    /// <summary>Takes a form.</summary>
    public async Task<Result<FormTaken>> Run(RegisterForm form, IPAddress? from, CancellationToken stop)
    {
        if (!outbox.Sends) return RegisterRefusals.NoMessages;
        var now = time.GetUtcNow();
        var read = ReadFields.Of(form.Written, new FieldReading(Shown.Day(now)));
        var communes = (await Communes(stop)).Select(commune => commune.Code).ToHashSet(StringComparer.Ordinal);
        var problems = CheckForm.Of(form, read, communes, Shown.Day(now));
        if (problems.Count > 0) return new FormTaken(problems, default);
        _ = PhoneNumber.TryParse(form.Phone, out var phone);
        if (!meters.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;

        var own = new OwnRegistration
        {
            Ref = RecordRef.New(now),
            Ticket = Guid.NewGuid(),
            FollowCode = OneTimeCodes.NewFollowCode(),
            Dose = form.Dose,
            Phone = phone.InFull(),
            At = now,
        };
        own.Write(form with { GuardianPhone = PhoneNumber.TryParse(form.GuardianPhone, out var guardian) ? guardian.InFull() : "" }, read);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        db.Add(own);
        await db.Save(new Act(PortalRegistration.Citizen, now, "registration.ask", $"registration:{own.Ref}"), stop);
        if (await SendCode(own, phone, now, stop) is { } refusal) return refusal;
        await all.CommitAsync(stop);
        return new FormTaken([], own.Ticket);
    }

    /// <summary>Sends another code; those before are over.</summary>
    public async Task<Result<Guid>> Again(Guid ticket, IPAddress? from, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindUnconfirmed(ticket, now, stop) is not { } own || !PhoneNumber.TryParse(own.Phone, out var phone)) return RegisterRefusals.Gone;
        if (!meters.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await SendCode(own, phone, now, stop) is { } refusal) return refusal;
        await all.CommitAsync(stop);
        return ticket;
    }

    private Task<Refusal?> SendCode(OwnRegistration own, PhoneNumber phone, DateTimeOffset now, CancellationToken stop) =>
        codes.Send($"registration:{own.Ref}", phone, MessageTexts.Code, now, stop);
}
