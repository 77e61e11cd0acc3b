using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Follow;

/// <summary>Finds a case by its code and the end of its phone's number; what is wrong of the two is not told.</summary>
internal sealed class FindCase(PlatformDb db, TimeProvider time)
{
    /// <summary>The case, tracked; a look is noted.</summary>
    public async Task<Result<FeedbackCase>> Run(string? code, string? last4, CancellationToken stop)
    {
        var (follow, digits) = (OneTimeCodes.ReadFollowCode(code), string.Concat((last4 ?? "").Where(char.IsAsciiDigit)));
        if (follow.Length == 0 || digits.Length != 4) return FeedbackRefusals.NotFound;
        var one = await db.Set<FeedbackCase>().FirstOrDefaultAsync(
            one => one.FollowCode == follow && one.Phone.EndsWith(digits) && one.State != FeedbackState.Unconfirmed, stop);
        if (one is null) return FeedbackRefusals.NotFound;
        await db.Save(new Act(PortalRegistration.Citizen, time.GetUtcNow(), "feedback.follow", $"feedback:{one.Ref}"), stop);
        return one;
    }
}
