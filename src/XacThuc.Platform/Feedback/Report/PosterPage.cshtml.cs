using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Messages;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>One page to hang up at stations and in hamlets: how to report a mistake in three minutes, with the code that leads there.</summary>
internal sealed class PosterPage(MessageOutbox outbox) : PageModel
{
    /// <summary>Where the code leads.</summary>
    public Uri Portal => outbox.PortalPage("/portal");

    /// <summary>The code.</summary>
    public QrPicture Code => QrPicture.Of(Portal.AbsoluteUri);
}
