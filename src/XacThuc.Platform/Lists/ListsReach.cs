using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists;

/// <summary>Finds a list that somebody may touch. What is out of reach is not there.</summary>
internal static class ListsReach
{
    /// <summary>The list, tracked, to be looked at.</summary>
    public static async Task<Result<SurveyList>> FindSurvey(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await db.ListsOf(me).FirstOrDefaultAsync(list => list.Id == id, stop) is { } list ? list : ListsRefusals.NotThere;

    /// <summary>The list, tracked, to be changed: its people are still being drawn up.</summary>
    public static async Task<Result<SurveyList>> FindOpenSurvey(this PlatformDb db, long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out var refusal)) return refusal;
        if (!ListsAccess.WritesFor(me, list.UnitId)) return ListsRefusals.NotYours;
        return list.IsOpen ? list : ListsRefusals.Closed;
    }

    /// <summary>Saves a list that was moved; whoever comes second is told.</summary>
    public static async Task<Result<SurveyList>> SaveMoved(this PlatformDb db, SurveyList list, Act act, CancellationToken stop) =>
        await db.SaveFirst(act, stop) ? list : ListsRefusals.Moved;
}
