using XacThuc.Platform.Messages;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.CheckPoints.Places;

/// <summary>What is put up at a place.</summary>
internal static class PlacePoster
{
    /// <summary>Its poster: for whoever passes, in both languages whatever the staff reads.</summary>
    public static CodePoster Of(CheckPoint place, string unit, MessageOutbox outbox) => new(
        unit, place.Name, outbox.PortalPage(place.Way).AbsoluteUri, ["Quét mã khi VÀO và khi RA", "Scan when you come IN and go OUT", place.Address], place.Code);
}
