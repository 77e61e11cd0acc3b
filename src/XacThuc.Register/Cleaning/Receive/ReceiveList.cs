using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cleaning.Receive;

/// <summary>Takes the parts of a list in; it waits for an officer once it is whole and what its digest says.</summary>
internal sealed class ReceiveList(RegisterDb db, TimeProvider time) : IBorderHandler<CleaningListSent, Receipt>
{
    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, CleaningListSent message, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var act = new Act(Actor.House, now, "cleaning.receive", $"cleaning:{message.List}", $"{message.Lines.Count}");
        var list = await db.Set<CleaningList>().FirstOrDefaultAsync(list => list.Code == message.List, stop);
        if (list is null)
        {
            list = NewList(message, now);
            db.Add(list);
            await db.SaveChangesAsync(stop);
        }

        if (list.State != ListState.Arriving || !list.Digest.Equals(message.Digest, StringComparison.Ordinal)) throw OtherList();
        var known = await db.Set<CleaningRow>().AsNoTracking().Where(row => row.ListId == list.Id).ToListAsync(stop);
        var numbers = known.Select(row => row.Number).ToHashSet();
        var rows = message.Lines.Where(line => numbers.Add(line.Number)).Select(line => RowOf(list.Id, line)).ToList();
        db.AddRange(rows);
        if (numbers.Count >= list.Count)
        {
            var digest = CleaningDigest.Of(list.Code, known.Concat(rows).Select(row => row.ToLine()));
            if (!digest.Equals(list.Digest, StringComparison.Ordinal)) throw OtherList();
            list.MoveTo(ListState.Open);
        }

        await db.Save(act, stop);
        return new Receipt();
    }

    private static BorderRefusedException OtherList() => new(
        "cleaning.other_list",
        "Phần này không thuộc danh sách đã nhận trước đó cùng số. Lập danh sách mới rồi gửi lại.",
        "This part is not of the list received before under this number. Draw a new list up and send that.");

    private static CleaningList NewList(CleaningListSent message, DateTimeOffset now) => new()
    {
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

    private static CleaningRow RowOf(long list, CleaningLine line) => new()
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
