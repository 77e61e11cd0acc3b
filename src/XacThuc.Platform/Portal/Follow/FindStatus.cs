using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Sessions;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.Follow;

/// <summary>Where a registration stands, as its owner is told.</summary>
/// <param name="Code">The code.</param>
/// <param name="Dose">Which dose.</param>
/// <param name="ConfirmedAt">When it came.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Tone">What that means.</param>
/// <param name="Sentence">The same in plain words, and what to do.</param>
internal sealed record OwnStatus(string Code, int Dose, DateTimeOffset ConfirmedAt, OwnStep Step, Tone Tone, string Sentence);

/// <summary>
/// Finds where a registration stands by its code and the end of its phone's number; what is wrong of the two is not told.
/// Only what became of this registration is told, nothing of a person who may be known otherwise.
/// </summary>
internal sealed class FindStatus(PlatformDb db, TimeProvider time)
{
    public async Task<Result<OwnStatus>> Run(string? code, string? last4, CancellationToken stop)
    {
        var (follow, digits) = (OneTimeCodes.ReadFollowCode(code), string.Concat((last4 ?? "").Where(char.IsAsciiDigit)));
        if (follow.Length == 0 || digits.Length != 4) return RegisterRefusals.NotFound;
        var own = await db.Set<OwnRegistration>().AsNoTracking().FirstOrDefaultAsync(own => own.FollowCode == follow && own.Phone.EndsWith(digits), stop);
        if (own?.ConfirmedAt is not { } at) return RegisterRefusals.NotFound;
        if (own.SameAsId is { } before) own = await db.Set<OwnRegistration>().AsNoTracking().FirstAsync(other => other.Id == before, stop);

        await db.Save(new Act(PortalRegistration.Citizen, time.GetUtcNow(), "registration.view", $"registration:{own.Ref}"), stop);
        var (step, tone, sentence) = await StepOf(own, stop);
        return new OwnStatus(OneTimeCodes.Shown(own.FollowCode), own.Dose, at, step, tone, sentence);
    }

    private async Task<(OwnStep Step, Tone Tone, string Sentence)> StepOf(OwnRegistration own, CancellationToken stop)
    {
        if (own.State == RegisteredState.NotTaken) return (OwnStep.Received, Tone.Late, OwnSteps.NotTaken(own.Reason));
        if (own.PersonId is not { } personId || await db.Set<ListedPerson>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == personId, stop) is not { } person)
            return OwnSteps.Waiting;
        var booked = await db.Set<Booking>().AsNoTracking().Where(booking => booking.PersonId == personId && booking.State != BookingState.Cancelled)
            .Join(db.Set<VaccinationSession>(), booking => booking.SessionId, session => session.Id, (booking, session) => new { booking, session })
            .OrderByDescending(pair => pair.booking.Id).FirstOrDefaultAsync(stop);
        if (booked is not null) return OwnSteps.Of(booked.booking, booked.session);
        var isApproved = await db.Set<SurveyList>().AnyAsync(list => list.Id == person.ListId && list.State == ListState.Approved, stop);
        return OwnSteps.Of(person.State, isApproved);
    }
}
