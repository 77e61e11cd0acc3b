using Microsoft.AspNetCore.Http;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>A job in the list.</summary>
public sealed record JobRow
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>Which work.</summary>
    public required string Kind { get; init; }

    /// <summary>For which unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset? AskedAt { get; init; }

    /// <summary>Units of work done.</summary>
    public required long Done { get; init; }

    /// <summary>Units of work in all.</summary>
    public required long Total { get; init; }
}

/// <summary>The list of jobs.</summary>
public sealed class JobList(JobWords words)
{
    internal ListShape<JobRow> Shape { get; } = new ListShape<JobRow>(row => row.Id)
        .Text("job", new("Công việc", "Work"), row => words.NameOf(row.Kind), link: row => $"/jobs/{row.Id}")
        .Text("unit", new("Đơn vị", "Unit"), row => row.Unit)
        .Choice("state", new("Trạng thái", "State"), row => row.State, JobWords.States)
        .Number("done", new("Đã làm", "Done"), row => row.Done, isSortable: false)
        .Text("share", new("Tiến độ", "Progress"), row => row.State == JobState.Done ? Shown.Percent(1) : Shown.Percent(row.Done, row.Total))
        .Moment("at", new("Yêu cầu lúc", "Asked for at"), row => row.AskedAt, isSortable: false)
        .SortedBy("-");

    /// <summary>The jobs of one kind that somebody may see, the newest first.</summary>
    public Task<ListView> Of(HouseDb db, string kind, SignedIn me, HttpRequest request, CancellationToken stop) =>
        Shape.Read(Rows(db, me).Where(row => row.Kind == kind), request, stop);

    internal static IQueryable<JobRow> Rows(HouseDb db, SignedIn me) =>
        from job in db.Jobs
        join unit in db.Units on job.UnitId equals unit.Id
        where unit.Path.StartsWith(me.Path)
        select new JobRow
        {
            Id = job.Id,
            Kind = job.Kind,
            Unit = unit.Name,
            State = job.State,
            AskedAt = job.AskedAt,
            Done = job.Done,
            Total = job.Total,
        };
}
