using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication.Guessing.Look;

/// <summary>Marks a report as looked into.</summary>
internal sealed class LookAtReport(RegisterDb db, TimeProvider time)
{
    public static Refusal NotThere => Refusal.NotThere(
        "guessing.not_there", "Không có báo cáo này trong địa bàn của bạn.", "There is no such report in your area.");

    public async Task<Result<GuessingReport>> Run(long id, string note, SignedIn me, CancellationToken stop)
    {
        if (await GuessingList.Of(db, me).FirstOrDefaultAsync(report => report.Id == id, stop) is not { } found) return NotThere;
        if (found.LookedAtBy is not null) return found;
        (found.LookedAtBy, found.LookedAtAt) = (me.Name, time.GetUtcNow());
        await db.Save(me.NewAct(time, "guessing.look", $"guessing:{id}", note), stop);
        return found;
    }
}
