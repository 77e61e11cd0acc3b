using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Verification.Receive;

/// <summary>Takes the parts of a list in; it waits for an officer once it is whole and what its digest says.</summary>
internal sealed class ReceiveList(RegisterDb db, TimeProvider time)
    : IBorderHandler<CleaningListSent, Receipt>, IBorderHandler<SurveyListSent, Receipt>
{
    /// <inheritdoc/>
    public Task<Receipt> Answer(BorderCall call, CleaningListSent message, CancellationToken stop) =>
        Take(NewList(message, time.GetUtcNow()), message.Lines, stop);

    /// <inheritdoc/>
    public Task<Receipt> Answer(BorderCall call, SurveyListSent message, CancellationToken stop) =>
        Take(NewList(message, time.GetUtcNow()), message.Lines, stop);

    private async Task<Receipt> Take(VerificationList fresh, IReadOnlyList<ListLine> lines, CancellationToken stop)
    {
        var act = new Act(Actor.House, time.GetUtcNow(), "list.receive", $"list:{fresh.Code}", $"{lines.Count}");
        var list = await db.Set<VerificationList>().FirstOrDefaultAsync(list => list.Code == fresh.Code, stop);
        if (list is null)
        {
            list = fresh;
            db.Add(list);
            await db.SaveChangesAsync(stop);
        }

        if (list.State != ListState.Arriving || !list.Digest.Equals(fresh.Digest, StringComparison.Ordinal)) throw OtherList();
        var known = await db.Set<VerificationRow>().AsNoTracking().Where(row => row.ListId == list.Id).ToListAsync(stop);
        var numbers = known.Select(row => row.Number).ToHashSet();
        var rows = lines.Where(line => numbers.Add(line.Number)).Select(line => RowOf(list.Id, line)).ToList();
        db.AddRange(rows);
        if (numbers.Count >= list.Count)
        {
            var digest = ListDigest.Of(list.Code, known.Concat(rows).Select(row => row.ToLine()));
            if (!digest.Equals(list.Digest, StringComparison.Ordinal)) throw OtherList();
            list.MoveTo(ListState.Open);
        }

        await db.Save(act, stop);
        return new Receipt();
    }

    private static BorderRefusedException OtherList() => new(
        "list.other_list",
        "Phần này không thuộc danh sách đã nhận trước đó cùng số. Lập danh sách mới rồi gửi lại.",
        "This part is not of the list received before under this number. Draw a new list up and send that.");

    private static VerificationList NewList(CleaningListSent message, DateTimeOffset now) => new()
    {
        Kind = ListKind.Cleaning,
        Code = message.List,
        UnitCode = message.UnitCode,
        UnitName = message.UnitName,
        CommuneCode = message.CommuneCode,
        Hamlet = message.Hamlet,
        Count = message.Count,
        Digest = message.Digest,
        CameAt = now,
        State = ListState.Arriving,
    };

    private static VerificationList NewList(SurveyListSent message, DateTimeOffset now) => new()
    {
        Kind = ListKind.Survey,
        Title = message.Title,
        DueAt = message.DueAt,
        Code = message.List,
        UnitCode = message.UnitCode,
        UnitName = message.UnitName,
        CommuneCode = message.CommuneCode,
        Hamlet = "",
        Count = message.Count,
        Digest = message.Digest,
        CameAt = now,
        State = ListState.Arriving,
    };

    private static VerificationRow RowOf(long list, ListLine line) => new()
    {
        ListId = list,
        Number = line.Number,
        Ref = line.Recorded.Ref,
        RecordVersion = line.Recorded.Version,
        FullName = line.Recorded.FullName,
        Sex = line.Recorded.Sex,
        DateOfBirth = line.Recorded.DateOfBirth,
        IdNumber = line.Recorded.IdNumber,
        CommuneCode = line.Recorded.CommuneCode,
        FilledName = line.Filled.FullName,
        FilledSex = line.Filled.Sex,
        FilledDate = line.Filled.DateOfBirth,
        FilledNumber = line.Filled.IdNumber,
        HamletNote = line.Note,
    };
}
