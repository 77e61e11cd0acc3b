using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Tables;

namespace XacThuc.Web.Audit.Look;

/// <summary>The audit as a table, the newest first.</summary>
internal static class AuditList
{
    public static ListShape<AuditEntry> Shape { get; } = new ListShape<AuditEntry>(entry => entry.Id)
        .Moment("at", new("Lúc", "When"), entry => entry.At, isSortable: false)
        .Text("who", new("Ai", "Who"), entry => entry.Who)
        .Text("unit", new("Đơn vị", "Unit"), entry => entry.UnitCode)
        .Text("what", new("Làm gì", "What"), entry => AuditWords.Of(entry.Kind).ToString())
        .Text("subject", new("Với", "To what"), entry => entry.Subject)
        .Text("why", new("Lý do", "Why"), entry => entry.Reason)
        .Text("link", new("Mắt xích", "Link"), entry => entry.Link is { } link ? Shell.Shown.Number(link) : "…")
        .Narrow("kind", new("Việc", "What"), (entries, kind) => entries.Where(entry => entry.Kind == kind))
        .Search(new("tài khoản, hoặc đúng mã (record:…)", "account, or exactly record:…"), (entries, words) =>
            words.Contains(':', StringComparison.Ordinal)
                ? entries.Where(entry => entry.Subject == words)
                : entries.Where(entry => entry.Who.Contains(words)))
        .SortedBy("-");

    /// <summary>What units of somebody's place did, and the house itself.</summary>
    public static async Task<IQueryable<AuditEntry>> Of(HouseDb db, SignedIn me, CancellationToken stop)
    {
        string[] codes = ["", .. await db.Units.Where(unit => unit.Path.StartsWith(me.Path)).Select(unit => unit.Code).ToListAsync(stop)];
        return db.Audit.AsNoTracking().Where(entry => codes.Contains(entry.UnitCode));
    }
}
