using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Follow;

/// <summary>A case as its owner's page names it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Tone">What it means.</param>
/// <param name="Sentence">Where it stands.</param>
internal sealed record OwnCase(FeedbackCase Case, Tone Tone, string Sentence)
{
    private const int Most = 20;

    /// <summary>Cases that somebody reported of a record, with the phone that the session has shown to be theirs.</summary>
    public static async Task<IReadOnlyList<OwnCase>> Of(PlatformDb db, long recordId, string phone, DateTimeOffset now, CancellationToken stop)
    {
        var cases = await db.Set<FeedbackCase>().AsNoTracking()
            .Where(one => one.State != FeedbackState.Unconfirmed && one.RecordId == recordId && (one.Phone == phone || one.Phone == ""))
            .OrderByDescending(one => one.Id).Take(Most).ToListAsync(stop);
        var ids = cases.Select(one => one.UnitId).OfType<long>().Distinct().ToArray();
        var units = await db.Units.AsNoTracking().Where(unit => EF.Parameter(ids).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        return
        [
            .. cases.Select(one =>
            {
                var (tone, sentence) = CaseSentences.Of(one, one.UnitId is { } unit ? units.GetValueOrDefault(unit) : null, now);
                return new OwnCase(one, tone, sentence);
            }),
        ];
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(OwnCase);
}
