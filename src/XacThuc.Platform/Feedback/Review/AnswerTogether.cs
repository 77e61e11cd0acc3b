using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>Several reports of one person are answered at once: each of them is told, and leads to the same answer.</summary>
internal sealed class AnswerTogether(PlatformDb db, FeedbackWords words)
{
    /// <summary>Cases of the same person that are owed at the same unit.</summary>
    public IQueryable<FeedbackCase> Alike(FeedbackCase one) => db.Set<FeedbackCase>().Where(other =>
        other.PersonKey == one.PersonKey && other.Id != one.Id && other.UnitId == one.UnitId
        && (other.State == FeedbackState.Open || other.State == FeedbackState.PutOff));

    /// <summary>Answers those chosen among them, to be saved with the answer.</summary>
    public async Task Run(FeedbackCase one, ICollection<long> chosen, Act act, CancellationToken stop)
    {
        if (chosen.Count == 0) return;
        var ids = chosen.ToArray();
        foreach (var other in await Alike(one).Where(other => EF.Parameter(ids).Contains(other.Id)).ToListAsync(stop))
        {
            (other.AnsweredWithId, other.RecordId, other.Letter, other.Reason) = (one.Id, one.RecordId, one.Letter, one.Reason);
            other.Answer(FeedbackState.AnsweredTogether, act.At);
            db.Add(CaseStep.Of(other, CaseStepKind.AnsweredTogether, act, one.Letter));
            words.Tell(db, other, act.At);
        }
    }
}
