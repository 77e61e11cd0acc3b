using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>How a kind of job is called by people, and whose it is.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsHandledBy">Who may open the result of a job for a unit (its key), pause it and give it up.</param>
/// <param name="Counts">The names of what it counts, where <see cref="JobWords"/> does not know them.</param>
/// <param name="Page">The page of a job's result, where <see cref="Job.ResultPath"/> is for programs.</param>
public sealed record JobName(
    string Kind, Bilingual Name, Func<SignedIn, long, bool> IsHandledBy, IReadOnlyDictionary<string, Bilingual>? Counts = null,
    Func<Job, string>? Page = null);

/// <summary>The words for jobs: kinds, states, and what is counted.</summary>
public sealed class JobWords(IEnumerable<JobName> names)
{
    private static readonly Dictionary<string, Bilingual> Counted = new(StringComparer.Ordinal)
    {
        ["rows"] = new("dòng", "rows"),
        ["records"] = new("hồ sơ", "records"),
        ["people"] = new("người", "people"),
        ["read"] = new("dòng đã đọc", "rows read"),
        ["problems"] = new("điều cần xem lại", "to look at"),
        ["added"] = new("thêm mới", "added"),
        ["changed"] = new("thay đổi", "changed"),
        ["unchanged"] = new("không đổi", "unchanged"),
        ["same"] = new("không đổi", "unchanged"),
        ["known"] = new("đã có từ trước", "known before"),
        ["repeated"] = new("lặp lại trong tệp", "repeated in the file"),
        ["to_fix"] = new("chờ sửa", "to be fixed"),
        ["skipped"] = new("bỏ qua", "left out"),
        ["left_out"] = new("để riêng", "left out"),
        ["released"] = new("đã gửi sang y tế", "sent to the health side"),
        ["removed"] = new("bớt", "removed"),
        ["refused"] = new("không nhận", "refused"),
        ["matched"] = new("đúng", "right"),
        ["mismatched"] = new("sai", "wrong"),
        ["right"] = new("đúng", "right"),
        ["wrong"] = new("sai", "wrong"),
        ["unauthenticated"] = new("chưa xác thực", "unauthenticated"),
        ["invalid"] = new("không hợp lệ", "invalid"),
    };

    private readonly Dictionary<string, JobName> _names = names
        .DistinctBy(name => name.Kind, StringComparer.Ordinal).ToDictionary(name => name.Kind, StringComparer.Ordinal);

    /// <summary>All kinds that have a name.</summary>
    internal IEnumerable<JobName> All => _names.Values;

    /// <summary>The name of a kind; the kind itself where nobody named it.</summary>
    public string NameOf(string kind) => _names.TryGetValue(kind, out var name) ? name.Name.ToString() : kind;

    /// <summary>Whether somebody who sees a job may open its result, pause it and give it up.</summary>
    public bool IsHandledBy(SignedIn me, Job job) => _names.TryGetValue(job.Kind, out var name) && name.IsHandledBy(me, job.UnitId);

    /// <summary>The page of a job's result, once there is one.</summary>
    public string? PageOf(Job job) => job is not { State: JobState.Done, ResultPath: { } result } ? null
        : _names.GetValueOrDefault(job.Kind)?.Page?.Invoke(job) ?? result;

    /// <summary>The name of a count; its key where nobody named it.</summary>
    public string CountOf(string kind, string count) =>
        _names.TryGetValue(kind, out var name) && name.Counts?.TryGetValue(count, out var own) == true ? own.ToString()
        : Counted.TryGetValue(count, out var known) ? known.ToString() : count;

    internal static readonly IReadOnlyList<(JobState Value, Tone Tone, Bilingual Name)> States =
    [
        (JobState.Queued, Tone.Waiting, new("chờ đến lượt", "queued")),
        (JobState.Running, Tone.Note, new("đang chạy", "running")),
        (JobState.Paused, Tone.Waiting, new("tạm dừng", "paused")),
        (JobState.Done, Tone.Right, new("đã xong", "done")),
        (JobState.Failed, Tone.Wrong, new("bị dừng vì lỗi", "failed")),
        (JobState.Cancelled, Tone.Invalid, new("đã hủy", "given up")),
    ];
}
