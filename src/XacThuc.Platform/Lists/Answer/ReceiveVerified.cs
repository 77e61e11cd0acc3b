using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records;
using XacThuc.Platform.Signed;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists.Answer;

/// <summary>
/// Takes what the police say of a part of a list: their signature is checked, then each row becomes what they say, with their
/// corrections. What is not believed changes nothing and is kept as a trace.
/// </summary>
internal sealed class ReceiveVerified(PlatformDb db, CheckSigned check, TimeProvider time)
    : IBorderHandler<SurveyListSigned, SignedListReceipt>, IBorderHandler<SurveyListReturned, Receipt>
{
    /// <inheritdoc/>
    public async Task<SignedListReceipt> Answer(BorderCall call, SurveyListSigned message, CancellationToken stop)
    {
        var part = await FindPart(message.List, stop);
        if (part.State != PartState.Waiting)
            return part.Content.Equals(message.Content, StringComparison.Ordinal) ? SignedProblems.Taken : SignedProblems.NotAwaited.ToReceipt();

        var people = await db.Set<ListedPerson>().Where(person => person.PartId == part.Id && person.State == PersonState.WithPolice).ToListAsync(stop);
        var now = time.GetUtcNow();
        if (!check.Run(part.ToSent(people), message.Content, message.Signature).TryGet(out var signed, out var refusal))
        {
            part.RefusedCode = refusal.Code;
            await db.Save(new Act(Actor.House, now, "list.refuse", $"list:{part.Code}", refusal.Code), stop);
            return refusal.ToReceipt();
        }

        var lines = signed.Lines.ToDictionary(line => line.Number);
        var reading = new FieldReading(Shown.Day(now));
        foreach (var person in people) Take(person, lines[person.Number], reading);
        (part.Content, part.Signature, part.RefusedCode) = (message.Content, message.Signature, null);
        (part.Signer, part.SignerUnit, part.AnsweredAt, part.State) = (signed.Signer, signed.UnitCode, signed.SignedAt, PartState.Answered);
        part.SecondLook = string.Join(", ", signed.SecondLookBy ?? []);
        await Settle(part, isReturned: false, stop);
        await db.Save(new Act(Actor.House, now, "list.receive", $"list:{part.Code}", ListDigest.OfContent(message.Content)), stop);
        return SignedProblems.Taken;
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, SurveyListReturned message, CancellationToken stop)
    {
        var part = await FindPart(message.List, stop);
        if (part.State != PartState.Waiting) return new Receipt();
        var people = await db.Set<ListedPerson>().Where(person => person.PartId == part.Id && person.State == PersonState.WithPolice).ToListAsync(stop);
        foreach (var person in people) (person.State, person.PartId) = (PersonState.AsEntered, null);
        (part.SignerUnit, part.AnsweredAt, part.State) = (message.ReturnedBy, message.ReturnedAt, PartState.Returned);
        (await Settle(part, isReturned: true, stop)).ReturnReason = message.Reason;
        await db.Save(new Act(Actor.House, time.GetUtcNow(), "list.return", $"list:{part.Code}"), stop);
        return new Receipt();
    }

    private async Task<ListPart> FindPart(string code, CancellationToken stop) =>
        await db.Set<ListPart>().FirstOrDefaultAsync(part => part.Code == code, stop) ?? throw new BorderRefusedException(
            "list.not_there", "Bên y tế không có danh sách mang số này.", "The health side has no list of this number.");

    private async Task<SurveyList> Settle(ListPart part, bool isReturned, CancellationToken stop)
    {
        var list = await db.Set<SurveyList>().FirstAsync(list => list.Id == part.ListId, stop);
        var others = db.Set<ListPart>().Where(other => other.ListId == list.Id && other.Id != part.Id);
        if (list.State != ListState.Sent || await others.AnyAsync(other => other.State == PartState.Waiting, stop)) return list;
        var isVerified = !isReturned || await others.AnyAsync(other => other.State == PartState.Answered, stop);
        list.MoveTo(isVerified ? ListState.Verified : ListState.Draft);
        return list;
    }

    private static void Take(ListedPerson person, SignedLine line, FieldReading reading)
    {
        person.OfficerNote = line.Note;
        switch (line.Verdict)
        {
            // Where the register is wrong, the person is known, and the register's correction goes its own way.
            case LineVerdict.Confirmed or LineVerdict.RegisterWrong:
                person.State = PersonState.Confirmed;
                break;
            case LineVerdict.Released:
                var before = person.Written;
                var right = new Matching.WrittenRecord(
                    line.FullName ?? before.FullName, line.Sex ?? before.Sex, line.DateOfBirth ?? before.DateOfBirth,
                    line.IdNumber ?? before.IdNumber, before.CommuneCode);
                person.Write(right, ReadFields.Of(right, reading));
                person.RowVersion++;
                person.State = PersonState.Corrected;
                break;
            case LineVerdict.AskPerson:
                person.State = PersonState.ToComplete;
                break;
            case LineVerdict.NotFound:
                person.State = PersonState.NotFound;
                break;
        }
    }
}
