using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>Where citizens begin: what they can do here, in four ways.</summary>
[Compressed]
internal sealed class FirstPage : PageModel;
