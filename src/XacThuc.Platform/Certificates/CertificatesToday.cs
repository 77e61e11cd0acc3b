using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Certificates;

/// <summary>Doses that nobody answers for yet: to be drawn up by the station, to be signed by committee or head.</summary>
internal sealed class CertificatesToday(PlatformDb db) : ITodayLines
{
    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        var lines = new List<TodayLine>();
        if (CertificatesAccess.MayDraw(me.Role))
        {
            var waiting = await DrawConfirmation.Waiting(db, [me.UnitId]).CountAsync(stop);
            lines.Add(new TodayLine(waiting, Speech.Say("mũi tiêm của hồ sơ đúng chờ lập danh sách ký xác nhận", "doses of right records to be drawn up for signing"), "/certificates"));
        }

        if (CertificatesAccess.MaySign(me.Role))
        {
            var open = await (await db.ConfirmationsOf(me, stop)).Where(one => one.SignedAt == null).OrderBy(one => one.Id).Select(one => one.Code).ToListAsync(stop);
            lines.Add(new TodayLine(open.Count, Speech.Say("danh sách mũi tiêm chờ ký", "lists of doses to be signed"), open.Count == 0 ? "/certificates" : $"/certificates/confirm/{open[0]}")
            {
                Tone = Tone.Late,
                Do = Speech.Say("ký", "sign"),
            });
        }

        return lines;
    }
}
